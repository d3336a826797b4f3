"""Earshot's open repair issues. One that a person has ignored is decided."""

from homeassistant.helpers import issue_registry as ir

from ...const import DOMAIN
from ..answers import Decision, DecisionKind
from .source import AtHand, decision


async def find(at_hand: AtHand) -> list[Decision]:
    """Return the issues, but for those of an outage: that is told with its beginning."""
    outages = at_hand.storage.outages
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
        if issue.domain == DOMAIN and issue.active and issue.dismissed_version is None and issue.issue_id not in outages
    ]
