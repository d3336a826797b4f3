// Made by scripts/types from Earshot's Python. Change it there.

/** Every code that an answer may have instead of a result, or an event of work that failed. */
export const ERROR_CODES = [
  /** There is no such alarm, or somebody has decided on it. */
  "alarm_unknown",
  /** This is a checkpoint of another ledger. */
  "checkpoint_foreign",
  /** This text is no checkpoint, or it is not as it was signed any more: a character is missing or changed. */
  "checkpoint_unreadable",
  /** Such a choice is out of bounds. */
  "choice_out_of_bounds",
  /** The time for this clip is over, it is gone, or it is in somebody else's hands. */
  "clip_over",
  /** Nothing brings back what would be taken away, so it has to be confirmed. */
  "confirmation_missing",
  /** A consent was not given: something that it needs is missing. */
  "consent_refused",
  /** There is no such consent. */
  "consent_unknown",
  /** These contents are there and do not open: the file or the key was changed. */
  "content_damaged",
  /** These contents were never kept, or are erased: there is no key any more. */
  "content_gone",
  /** These contents are kept, and their file is not there: a disk that is not mounted, or a lost file. */
  "content_missing",
  /** Somebody has these contents erased in a moment, and until then nobody gets them. */
  "content_withheld",
  /** No clip that was accepted may be used for this data set. */
  "data_set_empty",
  /** A data set cannot be called that: the name is taken, or has signs that a file's name should not have. */
  "data_set_name",
  /** There is no such data set to be fetched any more: its time is over, or it was fetched. */
  "data_set_unknown",
  /** This Home Assistant is no review desk. */
  "desk_absent",
  /** Something answers at the address, and not as a review desk does. */
  "desk_answer",
  /** The desk turns donors away for now. */
  "desk_busy",
  /** Speaking with a review desk did not work. */
  "desk_failed",
  /** The address is not one that a donation may go to: plain HTTP, a wrong certificate, or a redirect. */
  "desk_insecure",
  /** The desk will never take this bundle. */
  "desk_refused",
  /** The desk's store cannot be read or written. Nothing is taken and nothing is reviewed meanwhile. */
  "desk_store",
  /** The desk's store was made by a newer Earshot. */
  "desk_store_newer",
  /** Nothing answers at the desk's address, the connection broke, or it took too long. */
  "desk_unreachable",
  /** Something about a consent, an offer or a donation cannot be done as it was asked. */
  "donating_failed",
  /** Something about a donation did not work. */
  "donation_failed",
  /** The store of offers and donations cannot be read or written. Nothing is offered and nothing leaves. */
  "donations_unreadable",
  /** There is no export of this address: it was fetched, is over its time, or is somebody else's. */
  "export_unknown",
  /** A clip could not be written to the folder that was chosen for it. */
  "folder_unwritable",
  /** Something cannot be forgotten as it was asked. */
  "forgetting_failed",
  /** Home Assistant could not do it. */
  "home_assistant_error",
  /** The command does not take such arguments. */
  "invalid_format",
  /** A label lacks what the clip was given for: its words, or whether its wake word is right. Or it is no text. */
  "label_refused",
  /** A database's address is malformed, or of a kind that cannot hold a ledger. */
  "ledger_address",
  /** What is stored does not match its hashes or signatures, or cannot be parsed. */
  "ledger_corrupt",
  /** The package that reaches this kind of database is not installed. Placeholder: driver. */
  "ledger_driver",
  /** The database's server acknowledges what it has not flushed to disk. Placeholder: setting. */
  "ledger_durability",
  /** The database does not keep text as UTF-8. Placeholder: encoding. */
  "ledger_encoding",
  /** The ledger could not do what was asked of it. */
  "ledger_failed",
  /** The database has tables, and they are not those of a ledger. */
  "ledger_foreign",
  /** Another Earshot writes to this database: a ledger has one writer. */
  "ledger_in_use",
  /** The database's server did not let us in: user, password, name of the database, or the server's own rules. */
  "ledger_login",
  /** The ledger goes on in another database. Placeholder: where, the kind of that database. */
  "ledger_moved",
  /** The database holds another ledger, which nobody shall lose. */
  "ledger_occupied",
  /** The user of the database may not make tables in it. */
  "ledger_permission",
  /** The database was written by a newer Earshot, or is not a ledger. */
  "ledger_schema",
  /** Long work was broken off, by a reload or a restart. It can be taken up again. */
  "ledger_stopped",
  /** The ledger's storage does not answer or cannot be written. */
  "ledger_unavailable",
  /** The database holds a copy of a ledger that was broken off half-way. */
  "ledger_unfinished",
  /** Nothing answers at a database's address. Placeholders: host, port. */
  "ledger_unreachable",
  /** The database's server is too old, or of another maker. Placeholders: version, oldest. */
  "ledger_version",
  /** Only a person who has logged in may do this, and this connection is by a token that was handed out. */
  "login_needed",
  /** The ledger does not know this utterance: there never was one, or it is redacted. */
  "not_found",
  /** Earshot is not loaded now. */
  "not_loaded",
  /** What was to be put on the record is not off it, or not by itself: the whole house is. */
  "not_off_the_record",
  /** Words, sound or an act are another person's: the facts may be seen, and no more. */
  "not_yours",
  /** There is no utterance that could be meant. */
  "nothing_said",
  /** The offer is decided already, or is not that far yet. */
  "offer_decided",
  /** What is to be offered may not be, or cannot. */
  "offer_refused",
  /** There is no such offer or donation. */
  "offer_unknown",
  /** Nobody knows how it ended, so nobody can say that it was a false wake. */
  "outcome_unknown",
  /** What was shown is not what would leave now. It has to be looked at anew. */
  "preview_changed",
  /** Contents cannot be kept for such a time. */
  "retention_period",
  /** The review desk could not do what was asked of it. */
  "review_desk_failed",
  /** This reviewer has had as many clips today as the desk gives to one person on one day. Placeholder: limit. */
  "review_limit",
  /** This is no receipt of that desk, or it is not as it was signed. */
  "review_receipt_unreadable",
  /** The house must have a rule for every place. One for an engine, or of a satellite, can be taken away. */
  "rule_needed",
  /** Somebody is listed as a reviewer and may not listen yet: a password alone is enough to log in as them. */
  "second_factor_missing",
  /** It is not said which utterances are meant, or it is said in two ways at once. */
  "selection_unclear",
  /** The privacy settings could not be read or written. */
  "settings_failed",
  /** The file of the privacy settings cannot be read, or is not one. Nothing is kept meanwhile. */
  "settings_unreadable",
  /** The settings could not be written: what keeps less holds until the next start, what keeps more does not. */
  "settings_unsaved",
  /** The address of a sound is over, or was made for somebody else. */
  "sound_address",
  /** What was shown is not what the desk says now. It has to be shown anew. */
  "statement_changed",
  /** This is no statement of a review desk, or it is not as it was signed. */
  "statement_unreadable",
  /** The utterance is not over yet. It can be forgotten when it is. */
  "still_speaking",
  /** Nothing waits under this ticket: it is done, taken back, or never was. */
  "ticket_unknown",
  /** It took too long. */
  "timeout",
  /** What Home Assistant keeps itself could not be looked at or cleared. */
  "trace_failed",
  /** There is no such place. */
  "trace_place_unknown",
  /** This person is not answered. */
  "unauthorized",
  /** Earshot was never loaded, or is another version than the page. */
  "unknown_command",
  /** Something went wrong that nobody thought of. */
  "unknown_error",
  /** The vault could not do what was asked of it. */
  "vault_failed",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];
