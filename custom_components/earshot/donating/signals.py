"""Telling whoever shows donation that something about it has changed. Within the process: no event, nothing of what."""

from typing import Final

from homeassistant.util.signal_type import SignalType

from ..ledger.giving import Reviewed

SIGNAL_DONATION: Final = SignalType[()]("earshot_donation")
"""Sent after each change of a consent, a choice, an offer or a donation."""

SIGNAL_REVIEWED: Final = SignalType[Reviewed]("earshot_reviewed")
"""Sent with each receipt of a desk that was verified and entered. It holds no words."""
