"""What automations are told of, in one place for the event entity and all triggers; and what conditions look at."""

from .day_at_hand import DayAtHand
from .loaded import loaded
from .microphones import OpenMicrophones, is_open
from .targets import satellites_of
from .teller import start_telling
from .told import EVENT_TYPES, SIGNAL_TOLD, Told

__all__ = [
    "EVENT_TYPES",
    "SIGNAL_TOLD",
    "DayAtHand",
    "OpenMicrophones",
    "Told",
    "is_open",
    "loaded",
    "satellites_of",
    "start_telling",
]
