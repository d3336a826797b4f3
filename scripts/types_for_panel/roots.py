"""What goes over the websocket. Whatever these are made of is declared as well."""

from typing import Final

from custom_components.earshot.gate.forgetting import Forgotten
from custom_components.earshot.host.voice_host.contract import GrammarBuilt, HostReport
from custom_components.earshot.ledger.query import Page
from custom_components.earshot.ledger.record import Record
from custom_components.earshot.ledger.search import Found
from custom_components.earshot.ledger.totals import Totals
from custom_components.earshot.ledger.verdict import StepName, Verdict
from custom_components.earshot.ledger.view import StoredEntry
from custom_components.earshot.ledger.witness import Comparison
from custom_components.earshot.models import Rule, RuleContent, Zone
from custom_components.earshot.satellites.posture import Posture
from custom_components.earshot.traces.place import Found as TraceFound, Purged

ROOTS: Final[tuple[object, ...]] = (
    Comparison,
    Forgotten,
    Found,
    GrammarBuilt,
    HostReport,
    Page,
    Posture,
    Purged,
    Record,
    Rule,
    RuleContent,
    StepName,
    StoredEntry,
    Totals,
    TraceFound,
    Verdict,
    Zone,
)
