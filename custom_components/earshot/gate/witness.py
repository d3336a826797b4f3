"""Comparing a checkpoint that a person holds: what came of it is entered, and a disagreement is shown."""

from typing import Final

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.dispatcher import async_dispatcher_send
from homeassistant.util import dt as dt_util
from homeassistant.util.signal_type import SignalType

from ..const import DOMAIN
from ..errors import LedgerUnavailableError
from ..ledger.record import CheckpointWitnessed
from ..ledger.witness import Comparison
from .storage import Storage
from .verifying import Verifying

SIGNAL_WITNESSED: Final = SignalType[()]("earshot_checkpoint_witnessed")
"""Sent when a comparison has been entered. Stays within the process."""

DISAGREES: Final = "checkpoint_disagrees"
"""Translation key of the repair issue. It outlives restarts: a rewritten history does not heal."""


class Witnesses:
    """Holds checkpoints of persons against the ledger."""

    def __init__(self, hass: HomeAssistant, storage: Storage) -> None:
        self._hass = hass
        self._storage = storage
        self.verifying = Verifying(hass, storage)
        """The ledger's own word for itself, without a witness."""

    async def compare(self, text: str, witness: User, how: str) -> Comparison:
        """Compare a checkpoint, and enter what came of it. `how` it came here: "qr" or "text".

        Raises CheckpointUnreadableError, CheckpointForeignError, and LedgerUnavailableError if it cannot be entered.
        """
        comparison = await self._hass.async_add_executor_job(self._storage.ledger.compare, text)
        record = CheckpointWitnessed(
            at=dt_util.utcnow(),
            size=comparison.size,
            root=comparison.root,
            agrees=comparison.agrees,
            witness=witness.name or witness.id,
            how=how,
        )
        # Shown before it is entered: whoever changed the history may well keep the ledger from being written.
        _show(self._hass, record)
        if not await self._storage.write([record]):
            raise LedgerUnavailableError("the comparison could not be entered")
        async_dispatcher_send(self._hass, SIGNAL_WITNESSED)
        return comparison

    async def last(self) -> CheckpointWitnessed | None:
        """Return the newest comparison that agreed. Raises LedgerUnavailableError."""
        return await self._hass.async_add_executor_job(self._storage.ledger.last_witnessed)


@callback
def forget_disagreements(hass: HomeAssistant) -> None:
    """Take the issue back, together with the ledger that it is about."""
    ir.async_delete_issue(hass, DOMAIN, DISAGREES)


@callback
def _show(hass: HomeAssistant, record: CheckpointWitnessed) -> None:
    """Show a disagreement. It goes when the same checkpoint agrees: the right database was put back.

    Another one that agrees says nothing, because a rewritten ledger agrees with its own newer checkpoints.
    """
    place = {"size": str(record.size), "root": record.root}
    if not record.agrees:
        ir.async_create_issue(
            hass,
            DOMAIN,
            DISAGREES,
            data=dict(place),
            is_fixable=False,
            is_persistent=True,
            severity=ir.IssueSeverity.CRITICAL,
            translation_key=DISAGREES,
            translation_placeholders={"size": str(record.size), "witness": record.witness},
        )
        return
    known = ir.async_get(hass).async_get_issue(DOMAIN, DISAGREES)
    if known is not None and known.data == place:
        ir.async_delete_issue(hass, DOMAIN, DISAGREES)
