"""Checkpoints for people outside: shown as text and as a QR code, and compared when somebody brings one back."""

from dataclasses import dataclass

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
import probatio

from ..ledger.record import CheckpointWitnessed
from ..ledger.witness import Comparison
from ..runtime import RuntimeData
from .answering import Access, Message, answered

QUIET_ZONE = 4
"""Light modules around the code: what ISO/IEC 18004 demands, so that a camera finds it on any background."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCheckpoint:
    """A checkpoint for somebody outside."""

    checkpoint: str | None
    """The signed note. None: none was ever signed."""
    svg: str | None
    """Its QR code, which scales to any size. None with the checkpoint."""
    keys: tuple[str, ...]
    """The keys that it is verified with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthProof:
    """A proof, as a file, that the ledger only grew."""

    filename: str
    proof: str


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the commands about checkpoints."""
    websocket_api.async_register_command(hass, checkpoint_get)
    websocket_api.async_register_command(hass, checkpoint_compare)
    websocket_api.async_register_command(hass, checkpoint_prove)


@websocket_command({"type": "earshot/checkpoint/get", probatio.Optional("sign", default=True): bool})
@answered(Access.HOUSEHOLD)
async def checkpoint_get(
    hass: HomeAssistant, _connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> ShownCheckpoint:
    """Send a checkpoint of the ledger as it is now (without `sign`: the latest), its QR code as SVG, and the keys."""
    ledger = runtime.ledger
    note = await hass.async_add_executor_job(ledger.checkpoint if msg["sign"] else ledger.latest_checkpoint)
    svg = None if note is None else await hass.async_add_executor_job(draw, note)
    return ShownCheckpoint(checkpoint=note, svg=svg, keys=tuple(key.text for key in ledger.keys))


@websocket_command(
    {
        "type": "earshot/checkpoint/compare",
        probatio.Required("checkpoint"): str,
        probatio.Optional("how", default="text"): probatio.In(["qr", "text"]),
    }
)
@answered(Access.CHANGE, enters=(CheckpointWitnessed,))
async def checkpoint_compare(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> Comparison:
    """Hold a checkpoint that somebody noted against the ledger, enter what came of it, and send it."""
    return await runtime.witnesses.compare(msg["checkpoint"], connection.user, msg["how"])


@websocket_command(
    {
        "type": "earshot/checkpoint/prove",
        probatio.Required("size"): probatio.All(int, probatio.Range(min=0)),
    }
)
@answered(Access.HOUSEHOLD)
async def checkpoint_prove(
    hass: HomeAssistant, _connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> GrowthProof:
    """Send the proof that the ledger only grew since it had a size, for somebody who noted a checkpoint then."""
    proof = await hass.async_add_executor_job(runtime.ledger.prove_consistency, msg["size"])
    return GrowthProof(filename=f"earshot-since-{msg['size']}.tlog-growth", proof=proof.text())


def draw(note: str) -> str:
    """Return a note as a QR code in SVG, which scales to any size. Blocks: the first time, its library is loaded."""
    import segno  # noqa: PLC0415 - every start of Home Assistant would wait some 20 ms for what is drawn now and then

    # A quarter of the code may be unreadable on a screen that is filmed at an angle: error correction Q. A note is
    # some 230 bytes, which makes a code of 69 modules a side: as many as a telephone reads at arm's length.
    code = segno.make_qr(note, error="q", boost_error=False, encoding="utf-8")
    drawn: str = code.svg_inline(border=QUIET_ZONE, dark="#000", light="#fff", omitsize=True)
    return drawn
