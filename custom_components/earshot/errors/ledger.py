"""What can go wrong with the ledger, and with the database that it is in."""

from .tree import EarshotError


class LedgerError(EarshotError):
    """The ledger could not do what was asked of it."""

    code = "ledger_failed"


class LedgerUnavailableError(LedgerError):
    """The ledger's storage does not answer or cannot be written."""

    code = "ledger_unavailable"


class UtteranceUnknownError(LedgerError):
    """The ledger does not know this utterance: there never was one, or it is redacted."""

    # As Home Assistant's own commands say it.
    code = "not_found"


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
