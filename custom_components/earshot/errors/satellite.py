"""What can go wrong with a satellite."""

from .tree import EarshotError


class SatelliteError(EarshotError):
    """A satellite could not be paired, or not be asked."""

    code = "satellite_failed"


class SatelliteGoneError(SatelliteError):
    """Home Assistant has no such satellite any more."""

    code = "satellite_gone"


class SatelliteOfflineError(SatelliteError):
    """Home Assistant does not reach the satellite."""

    code = "satellite_offline"


class SatelliteUnsetError(SatelliteError):
    """The satellite's choice of assistant cannot be set, or did not take."""

    code = "satellite_unset"


class AssistantUnreadyError(SatelliteError):
    """The assistant has no Assist pipeline: one of its entities is missing or disabled."""

    code = "assistant_unready"
