"""Every error that Earshot raises on purpose. Each has a code that is also its translation key.

The message is for a log and never holds spoken words; what a person reads is the translation of `code`.
"""

from collections.abc import Mapping
from typing import ClassVar


class EarshotError(Exception):
    """Base of the tree. `placeholders` fill the translated sentence."""

    code: ClassVar[str] = "unknown"

    def __init__(self, message: str = "", /, **placeholders: str) -> None:
        """Keep the message for logs and the placeholders for the translated sentence."""
        super().__init__(message or self.code)
        self.placeholders: Mapping[str, str] = placeholders


class HostError(EarshotError):
    """The voice host did not do what was asked of it."""

    code = "host_failed"


class HostUnsupportedError(HostError):
    """This system cannot run the engines itself: musl, or an architecture without wheels."""

    code = "host_unsupported"


class HostInstallError(HostError):
    """The engines' packages could not be installed."""

    code = "host_install_failed"


class HostInstallNetworkError(HostInstallError):
    """The package index could not be reached."""

    code = "host_install_network"


class HostInstallCompilerError(HostInstallError):
    """A package has no wheel for this system and could not be built: there is no C compiler."""

    code = "host_install_compiler"


class HostInstallPackageError(HostInstallError):
    """The package index has no such package for this system and this Python."""

    code = "host_install_package"


class HostInstallSpaceError(HostInstallError):
    """The disk is full."""

    code = "host_install_space"


class HostStartError(HostError):
    """The process was started and did not come to answer."""

    code = "host_start_failed"


class HostUnavailableError(HostError):
    """The host is not there now; it is being restarted."""

    code = "host_unavailable"


class HostProtocolError(HostError):
    """The host answered with something that is not the protocol."""

    code = "host_protocol"


class LedgerError(EarshotError):
    """The ledger could not do what was asked of it."""

    code = "ledger_failed"


class LedgerUnavailableError(LedgerError):
    """The ledger's storage does not answer or cannot be written."""

    code = "ledger_unavailable"


class SelectionUnclearError(LedgerError):
    """It is not said which utterances are meant, or it is said in two ways at once."""

    code = "selection_unclear"


class LedgerSchemaError(LedgerError):
    """The database was written by a newer Earshot, or is not a ledger."""

    code = "ledger_schema"


class LedgerForeignError(LedgerSchemaError):
    """The database has tables, and they are not those of a ledger."""

    code = "ledger_foreign"


class LedgerAddressError(LedgerUnavailableError):
    """A database's address is malformed, or of a kind that cannot hold a ledger."""

    code = "ledger_address"


class LedgerDriverError(LedgerUnavailableError):
    """The package that reaches this kind of database is not installed. Placeholder: driver."""

    code = "ledger_driver"


class LedgerUnreachableError(LedgerUnavailableError):
    """Nothing answers at a database's address. Placeholders: host, port."""

    code = "ledger_unreachable"


class LedgerLoginError(LedgerUnavailableError):
    """The database's server did not let us in: user, password, name of the database, or the server's own rules."""

    code = "ledger_login"


class LedgerPermissionError(LedgerUnavailableError):
    """The user of the database may not make tables in it."""

    code = "ledger_permission"


class LedgerVersionError(LedgerUnavailableError):
    """The database's server is too old, or of another maker. Placeholders: version, oldest."""

    code = "ledger_version"


class LedgerEncodingError(LedgerUnavailableError):
    """The database does not keep text as UTF-8. Placeholder: encoding."""

    code = "ledger_encoding"


class LedgerDurabilityError(LedgerUnavailableError):
    """The database's server acknowledges what it has not flushed to disk. Placeholder: setting."""

    code = "ledger_durability"


class LedgerInUseError(LedgerUnavailableError):
    """Another Earshot writes to this database: a ledger has one writer."""

    code = "ledger_in_use"


class LedgerUnfinishedError(LedgerUnavailableError):
    """The database holds a copy of a ledger that was broken off half-way."""

    code = "ledger_unfinished"


class LedgerMovedError(LedgerUnavailableError):
    """The ledger goes on in another database. Placeholder: where, the kind of that database."""

    code = "ledger_moved"


class LedgerOccupiedError(LedgerError):
    """The database holds another ledger, which nobody shall lose."""

    code = "ledger_occupied"


class LedgerStoppedError(LedgerError):
    """Long work was broken off, by a reload or a restart. It can be taken up again."""

    code = "ledger_stopped"


class LedgerCorruptError(LedgerError):
    """What is stored does not match its hashes or signatures, or cannot be parsed."""

    code = "ledger_corrupt"


class CheckpointUnreadableError(LedgerError):
    """This text is no checkpoint, or it is not as it was signed any more: a character is missing or changed."""

    code = "checkpoint_unreadable"


class CheckpointForeignError(LedgerError):
    """This is a checkpoint of another ledger."""

    code = "checkpoint_foreign"


class ExportUnknownError(LedgerError):
    """There is no export of this address: it was fetched, is over its time, or is somebody else's."""

    code = "export_unknown"


class VaultError(EarshotError):
    """The vault could not do what was asked of it."""

    code = "vault_failed"


class ContentGoneError(VaultError):
    """These contents were never kept, or are erased: there is no key any more."""

    code = "content_gone"


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


class ForgettingError(EarshotError):
    """Something cannot be forgotten as it was asked."""

    code = "forgetting_failed"


class StillSpeakingError(ForgettingError):
    """The utterance is not over yet. It can be forgotten when it is."""

    code = "still_speaking"


class ConfirmationMissingError(ForgettingError):
    """Nothing brings back what would be taken away, so it has to be confirmed."""

    code = "confirmation_missing"


class NothingSaidError(ForgettingError):
    """There is no utterance that could be meant."""

    code = "nothing_said"


class EngineError(EarshotError):
    """An engine of somebody else, behind the gate, did not do what was asked of it."""

    code = "engine_failed"


class EngineMissingError(EngineError):
    """There is no such engine: its integration is not loaded, or it was removed."""

    code = "engine_missing"


class EngineSilentError(EngineError):
    """It had everything that it needs, and did not answer in time."""

    code = "engine_silent"


class EngineGarbageError(EngineError):
    """What it answered is nothing that such an engine may answer."""

    code = "engine_garbage"


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


class SatelliteMuteError(SatelliteError):
    """The satellite could not say aloud what it was to say."""

    code = "satellite_unspoken"


class AssistantUnreadyError(SatelliteError):
    """The assistant has no Assist pipeline: one of its entities is missing or disabled."""

    code = "assistant_unready"
