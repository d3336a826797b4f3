"""The ledger as a whole: how long it is, what it last signed, and whether it is what was written."""

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
import probatio

from ..ledger.jsonable import to_json
from ..runtime import RuntimeData
from .answering import Access, Message, answered
from .long_work import run_long


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the commands about the ledger."""
    websocket_api.async_register_command(hass, ledger_status)
    websocket_api.async_register_command(hass, ledger_verify)
    websocket_api.async_register_command(hass, ledger_rebuild)


@websocket_command({"type": "earshot/ledger/status", probatio.Optional("sign", default=False): bool})
@answered(Access.ADMIN)
async def ledger_status(hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData) -> None:
    """Send the number of entries, the latest checkpoint (a new one with `sign`), who last vouched, and what is ill now.

    Null stands for a witness that there never was.
    """
    ledger = runtime.ledger
    if msg["sign"]:
        await hass.async_add_executor_job(ledger.checkpoint)
    answer = {
        "size": await hass.async_add_executor_job(ledger.size),
        "checkpoint": await hass.async_add_executor_job(ledger.latest_checkpoint),
        "witnessed": to_json(await hass.async_add_executor_job(ledger.last_witnessed)),
        "outages": {kind: to_json(began) for kind, began in runtime.storage.outages.items()},
    }
    connection.send_result(msg["id"], answer)


@websocket_command({"type": "earshot/ledger/verify"})
@answered(Access.ADMIN)
async def ledger_verify(hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData) -> None:
    """Check everything that is stored; events tell how far it is, the last one the verdict."""
    verdict = await run_long(hass, connection, msg, runtime.ledger.verify)
    if verdict is not None:
        connection.send_event(msg["id"], {"type": "verdict", "verdict": to_json(verdict)})


@websocket_command({"type": "earshot/ledger/rebuild"})
@answered(Access.ADMIN)
async def ledger_rebuild(hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData) -> None:
    """Make the list of utterances anew from the entries; events tell how far it is, the last one what was put right."""
    put_right = await run_long(hass, connection, msg, runtime.ledger.rebuild)
    if put_right is not None:
        connection.send_event(msg["id"], {"type": "rebuilt", "put_right": put_right})
