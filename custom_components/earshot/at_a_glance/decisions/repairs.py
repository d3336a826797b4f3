"""Earshot's open repair issues. One that a person has ignored is decided."""

from homeassistant.helpers import issue_registry as ir

from ...const import DOMAIN
from ...donating.issues import CONSENT_ENDS, SUSPENDED
from ..answers import Decision, DecisionKind
from .source import AtHand, decision


async def find(at_hand: AtHand) -> list[Decision]:
    """Return the issues, but for those that are told with more: an outage with its beginning, donation by itself."""
    told = {*at_hand.storage.outages, CONSENT_ENDS, SUSPENDED}
    issues = ir.async_get(at_hand.hass).issues.values()
    return [
        decision(
            DecisionKind.REPAIR,
            issue.issue_id,
            issue.severity.value if issue.severity else ir.IssueSeverity.WARNING.value,
            translation_key=issue.translation_key,
            placeholders=dict(issue.translation_placeholders or {}),
            since=issue.created,
        )
        for issue in issues
        if issue.domain == DOMAIN and issue.active and issue.dismissed_version is None and issue.issue_id not in told
    ]
