"""What a Python type is called in TypeScript."""

from typing import Final

from custom_components.earshot.ledger.record import Record
from custom_components.earshot.ledger.search import Found as SearchFound
from custom_components.earshot.review_desk.shown import (
    Decision as AlarmDecision,
    Progress as ReviewProgress,
    Statistics as DeskStatistics,
)
from custom_components.earshot.traces.place import Found as TraceFound, Purged as TracePurged

RENAMED: Final[dict[object, str]] = {
    # TypeScript has a `Record` of its own, which every module of the panel knows.
    Record: "LedgerRecord",
    # Two modules call their findings by the same short word.
    SearchFound: "SearchFound",
    TraceFound: "TraceFound",
    TracePurged: "TracePurged",
    # What long work tells of itself, and what a day needs of a person, are called so, too.
    AlarmDecision: "AlarmDecision",
    ReviewProgress: "ReviewProgress",
    DeskStatistics: "DeskStatistics",
}


def name_of(declared: object) -> str:
    """Return the name of a class or a type alias."""
    own: str = getattr(declared, "__name__", "")
    return RENAMED.get(declared, own)
