"""Telling whoever shows donation that something about it has changed. Within the process: no event, nothing of what."""

from typing import Final

from homeassistant.util.signal_type import SignalType

SIGNAL_DONATION: Final = SignalType[()]("earshot_donation")
"""Sent after each change of a consent, a choice, an offer or a donation."""
