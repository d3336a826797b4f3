"""Every error that Earshot raises on purpose. Each has a code that is also its translation key.

The message is for a log and never holds spoken words; what a person reads is the translation of `code`.
"""

from .donation import (
    BundleError,
    BundleForeignError,
    BundleSealError,
    BundleSignatureError,
    BundleSizeError,
    ClipError,
    DeskAnswerError,
    DeskBusyError,
    DeskError,
    DeskInsecureError,
    DeskRefusedError,
    DeskUnreachableError,
    DonationError,
    DonationRequestError,
    FolderError,
    ReceiptError,
    StatementError,
    TombstonesError,
)
from .forgetting import (
    ConfirmationMissingError,
    ForgettingError,
    NothingSaidError,
    OutcomeUnknownError,
    StillSpeakingError,
    TicketUnknownError,
)
from .host import (
    HostCodeError,
    HostError,
    HostIdentityError,
    HostInstallCompilerError,
    HostInstallError,
    HostInstallNetworkError,
    HostInstallPackageError,
    HostInstallSpaceError,
    HostProtocolError,
    HostStartError,
    HostUnavailableError,
    HostUnsupportedError,
)
from .ledger import (
    CheckpointForeignError,
    CheckpointUnreadableError,
    ExportUnknownError,
    LedgerAddressError,
    LedgerCorruptError,
    LedgerDriverError,
    LedgerDurabilityError,
    LedgerEncodingError,
    LedgerError,
    LedgerForeignError,
    LedgerInUseError,
    LedgerLoginError,
    LedgerMovedError,
    LedgerOccupiedError,
    LedgerPermissionError,
    LedgerSchemaError,
    LedgerStoppedError,
    LedgerUnavailableError,
    LedgerUnfinishedError,
    LedgerUnreachableError,
    LedgerVersionError,
    SelectionUnclearError,
    UtteranceUnknownError,
)
from .people import LoginNeededError, NotYoursError, SecondFactorMissingError, SoundAddressError
from .satellite import (
    AssistantUnreadyError,
    SatelliteError,
    SatelliteGoneError,
    SatelliteOfflineError,
    SatelliteUnsetError,
)
from .tree import EarshotError

__all__ = [
    "AssistantUnreadyError",
    "BundleError",
    "BundleForeignError",
    "BundleSealError",
    "BundleSignatureError",
    "BundleSizeError",
    "CheckpointForeignError",
    "CheckpointUnreadableError",
    "ClipError",
    "ConfirmationMissingError",
    "ContentDamagedError",
    "ContentGoneError",
    "ContentMissingError",
    "ContentWithheldError",
    "DeskAnswerError",
    "DeskBusyError",
    "DeskError",
    "DeskInsecureError",
    "DeskRefusedError",
    "DeskUnreachableError",
    "DonationError",
    "DonationRequestError",
    "EarshotError",
    "EngineError",
    "EngineGarbageError",
    "EngineMissingError",
    "EngineSilentError",
    "ExportUnknownError",
    "FolderError",
    "ForgettingError",
    "GrammarError",
    "HostCodeError",
    "HostError",
    "HostIdentityError",
    "HostInstallCompilerError",
    "HostInstallError",
    "HostInstallNetworkError",
    "HostInstallPackageError",
    "HostInstallSpaceError",
    "HostProtocolError",
    "HostStartError",
    "HostUnavailableError",
    "HostUnsupportedError",
    "LedgerAddressError",
    "LedgerCorruptError",
    "LedgerDriverError",
    "LedgerDurabilityError",
    "LedgerEncodingError",
    "LedgerError",
    "LedgerForeignError",
    "LedgerInUseError",
    "LedgerLoginError",
    "LedgerMovedError",
    "LedgerOccupiedError",
    "LedgerPermissionError",
    "LedgerSchemaError",
    "LedgerStoppedError",
    "LedgerUnavailableError",
    "LedgerUnfinishedError",
    "LedgerUnreachableError",
    "LedgerVersionError",
    "LoginNeededError",
    "ModelBusyError",
    "ModelCancelledError",
    "ModelCatalogueError",
    "ModelError",
    "ModelMismatchError",
    "ModelSpaceError",
    "ModelStorageError",
    "ModelUnknownError",
    "ModelUnreachableError",
    "NotOffTheRecordError",
    "NotYoursError",
    "NothingSaidError",
    "OutcomeUnknownError",
    "ReceiptError",
    "RetentionPeriodError",
    "RuleNeededError",
    "SatelliteError",
    "SatelliteGoneError",
    "SatelliteOfflineError",
    "SatelliteUnsetError",
    "SecondFactorMissingError",
    "SelectionUnclearError",
    "SettingsError",
    "SettingsUnreadableError",
    "SettingsUnsavedError",
    "SoundAddressError",
    "StatementError",
    "StillSpeakingError",
    "TicketUnknownError",
    "TombstonesError",
    "TraceError",
    "TracePlaceUnknownError",
    "UtteranceUnknownError",
    "VaultError",
]


class VaultError(EarshotError):
    """The vault could not do what was asked of it."""

    code = "vault_failed"


class ContentGoneError(VaultError):
    """These contents were never kept, or are erased: there is no key any more."""

    code = "content_gone"


class ContentWithheldError(VaultError):
    """Somebody has these contents erased in a moment, and until then nobody gets them."""

    code = "content_withheld"


class ContentDamagedError(VaultError):
    """These contents are there and do not open: the file or the key was changed."""

    code = "content_damaged"


class ContentMissingError(VaultError):
    """These contents are kept, and their file is not there: a disk that is not mounted, or a lost file."""

    code = "content_missing"


class SettingsError(EarshotError):
    """The privacy settings could not be read or written."""

    code = "settings_failed"


class SettingsUnreadableError(SettingsError):
    """The file of the privacy settings cannot be read, or is not one. Nothing is kept meanwhile."""

    code = "settings_unreadable"


class SettingsUnsavedError(SettingsError):
    """The settings could not be written: what keeps less holds until the next start, what keeps more does not."""

    code = "settings_unsaved"


class RetentionPeriodError(SettingsError):
    """Contents cannot be kept for such a time."""

    code = "retention_period"


class RuleNeededError(SettingsError):
    """The house must have a rule for every place. One for an engine, or of a satellite, can be taken away."""

    code = "rule_needed"


class NotOffTheRecordError(SettingsError):
    """What was to be put on the record is not off it, or not by itself: the whole house is."""

    code = "not_off_the_record"


class GrammarError(EarshotError):
    """The home's grammar could not be made or understood."""

    code = "grammar_failed"


class ModelError(EarshotError):
    """A model could not be fetched, or is not what the catalogue says."""

    code = "model_failed"


class ModelCatalogueError(ModelError):
    """The person's own list of models cannot be understood."""

    code = "model_catalogue"


class ModelUnknownError(ModelError):
    """No model of that name is in the catalogue."""

    code = "model_unknown"


class ModelBusyError(ModelError):
    """This model is being downloaded already."""

    code = "model_busy"


class ModelUnreachableError(ModelError):
    """The server did not answer, or not with the file. What has arrived stays, for the next try."""

    code = "model_unreachable"


class ModelMismatchError(ModelError):
    """What arrived has another size or SHA-256 than the catalogue states. It was removed."""

    code = "model_mismatch"


class ModelSpaceError(ModelError):
    """There is not enough room on the disk."""

    code = "model_space"


class ModelStorageError(ModelError):
    """The folder of models cannot be written."""

    code = "model_storage"


class ModelCancelledError(ModelError):
    """The download was broken off, by a reload or a restart. What has arrived stays, for the next try."""

    code = "model_cancelled"


class TraceError(EarshotError):
    """What Home Assistant keeps itself could not be looked at or cleared."""

    code = "trace_failed"


class TracePlaceUnknownError(TraceError):
    """There is no such place."""

    code = "trace_place_unknown"


class EngineError(EarshotError):
    """An engine of somebody else, behind the gate, did not do what was asked of it."""

    code = "engine_failed"


class EngineMissingError(EngineError):
    """There is no such engine: its integration is not loaded, or it was removed."""

    code = "engine_missing"


class EngineSilentError(EngineError):
    """It had everything that it needs, and did not answer in time."""

    code = "engine_silent"


class EngineBarredError(EngineError):
    """A rule keeps it from this engine, and no other may do it instead. Placeholder: engine."""

    code = "engine_barred"


class EngineGarbageError(EngineError):
    """What it answered is nothing that such an engine may answer."""

    code = "engine_garbage"
