"""The ledger: what happened to every utterance, append-only and tamper-evident. Never what was said."""

from .batch import Appended
from .circumstances import Acted, AlsoHeard, Announced, Listened
from .erasure import Selection
from .giving import ConsentGiven, ConsentWithdrawn, Donated, Offered, OfferOver, Reviewed
from .jsonable import to_json
from .ledger import Ledger
from .query import Page, Query
from .record import (
    Accessed,
    Blocked,
    CheckpointWitnessed,
    Contacted,
    Disowned,
    Erased,
    Finished,
    Gap,
    Heard,
    Processed,
    Record,
    Redacted,
    SettingChanged,
    Shared,
    Stored,
    TurnedAway,
)
from .verify import Verdict
from .view import ContentView, StageView, StoredEntry, UtteranceView

__all__ = [
    "Accessed",
    "Acted",
    "AlsoHeard",
    "Announced",
    "Appended",
    "Blocked",
    "CheckpointWitnessed",
    "ConsentGiven",
    "ConsentWithdrawn",
    "Contacted",
    "ContentView",
    "Disowned",
    "Donated",
    "Erased",
    "Finished",
    "Gap",
    "Heard",
    "Ledger",
    "Listened",
    "OfferOver",
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
    "TurnedAway",
    "UtteranceView",
    "Verdict",
    "to_json",
]
