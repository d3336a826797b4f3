"""The ledger: what happened to every utterance, append-only and tamper-evident. Never what was said."""

from .batch import Appended
from .erasure import Selection
from .jsonable import to_json
from .ledger import Ledger
from .query import Page, Query
from .record import (
    Accessed,
    Blocked,
    CheckpointWitnessed,
    ConsentGiven,
    ConsentWithdrawn,
    Contacted,
    Donated,
    Erased,
    Finished,
    Gap,
    Heard,
    Offered,
    Processed,
    Record,
    Redacted,
    Reviewed,
    SettingChanged,
    Shared,
    Stored,
)
from .verify import Verdict
from .view import ContentView, StageView, StoredEntry, UtteranceView

__all__ = [
    "Accessed",
    "Appended",
    "Blocked",
    "CheckpointWitnessed",
    "ConsentGiven",
    "ConsentWithdrawn",
    "Contacted",
    "ContentView",
    "Donated",
    "Erased",
    "Finished",
    "Gap",
    "Heard",
    "Ledger",
    "Offered",
    "Page",
    "Processed",
    "Query",
    "Record",
    "Redacted",
    "Reviewed",
    "Selection",
    "SettingChanged",
    "Shared",
    "StageView",
    "Stored",
    "StoredEntry",
    "UtteranceView",
    "Verdict",
    "to_json",
]
