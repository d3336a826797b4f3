"""What a person is to look at, told in the repairs of Home Assistant and so among the decisions of the panel."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Final

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir

from ..const import DOMAIN
from ..donation.consent import Consent

CONSENT_ENDS: Final = "donation_consent_ends"
SUSPENDED: Final = "donation_suspended"
UNREADABLE: Final = "donation_store_unreadable"


class Finding(StrEnum):
    """What came back from a desk, and is not as it should be."""

    RECEIPT_FORGED = "donation_receipt_forged"
    """Something that says it is a receipt is not signed by the desk, or says another thing than one that is."""
    RECEIPT_MISSING = "donation_receipt_missing"
    """The desk numbered more receipts than it sent."""
    DANGER = "donation_danger"
    """A reviewer said that somebody may be in danger."""
    DELETED = "donation_deleted_at_desk"
    """A reviewer found that it was recorded by accident, or holds personal data, and the desk has deleted it."""


ISSUES: Final = (CONSENT_ENDS, SUSPENDED, UNREADABLE, *(finding.value for finding in Finding))


class Findings:
    """What was found in this run. An issue stays until a person ignores it, or Earshot is unloaded."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._hass = hass
        self._found: dict[Finding, set[str]] = {}

    @callback
    def found(self, finding: Finding, donation_id: str, *, desk: str = "") -> None:
        """Tell of something about a donation."""
        donations = self._found.setdefault(finding, set())
        donations.add(donation_id)
        placeholders = {"count": str(len(donations))} | ({"desk": desk} if desk else {})
        _show(self._hass, finding.value, placeholders)


@callback
def show_consents(hass: HomeAssistant, ending: Iterable[Consent], suspended: Iterable[Consent]) -> None:
    """Tell of consents that are over soon, and of those that somebody is to be asked about anew."""
    ends = sorted(ending, key=lambda one: one.until)
    _show_or_not(hass, CONSENT_ENDS, {"desk": ends[0].desk, "day": _day(ends[0].until)} if ends else None)
    first = next(iter(suspended), None)
    _show_or_not(hass, SUSPENDED, {"desk": first.desk} if first is not None else None)


@callback
def show_unreadable(hass: HomeAssistant, *, unreadable: bool) -> None:
    """Tell that the store of donations does not open, while that is so."""
    _show_or_not(hass, UNREADABLE, {} if unreadable else None)


@callback
def clear_donation_issues(hass: HomeAssistant) -> None:
    """Take every issue back, with the entry."""
    for issue in ISSUES:
        ir.async_delete_issue(hass, DOMAIN, issue)


@callback
def _show_or_not(hass: HomeAssistant, issue: str, placeholders: dict[str, str] | None) -> None:
    if placeholders is None:
        ir.async_delete_issue(hass, DOMAIN, issue)
    else:
        _show(hass, issue, placeholders)


@callback
def _show(hass: HomeAssistant, issue: str, placeholders: dict[str, str]) -> None:
    ir.async_create_issue(
        hass,
        DOMAIN,
        issue,
        is_fixable=False,
        severity=ir.IssueSeverity.WARNING,
        translation_key=issue,
        translation_placeholders=placeholders,
    )


def _day(instant: datetime) -> str:
    return instant.date().isoformat()
