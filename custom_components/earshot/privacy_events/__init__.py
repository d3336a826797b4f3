"""What automations are told of: facts of what was entered, in one place for the event entity and for all triggers."""

from .teller import start_telling
from .told import EVENT_TYPES, SIGNAL_TOLD, Told

__all__ = ["EVENT_TYPES", "SIGNAL_TOLD", "Told", "start_telling"]
