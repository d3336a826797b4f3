"""The ledger: what happened to every utterance, append-only and tamper-evident. Never what was said."""

from .batch import Appended
from .jsonable import to_json
from .ledger import Ledger
from .query import Page, Query
from .record import Accessed, Contacted, Erased, Finished, Gap, Heard, Processed, Record, Stored
from .verify import Verdict
from .view import ContentView, StageView, StoredEntry, UtteranceView

__all__ = [
    "Accessed",
    "Appended",
    "Contacted",
    "ContentView",
    "Erased",
    "Finished",
    "Gap",
    "Heard",
    "Ledger",
    "Page",
    "Processed",
    "Query",
    "Record",
    "StageView",
    "Stored",
    "StoredEntry",
    "UtteranceView",
    "Verdict",
    "to_json",
]
