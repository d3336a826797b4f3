"""What is wrong with the ledger and the vault, told in the repairs of Home Assistant."""

from typing import Final

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir

from ..const import DOMAIN
from ..errors import (
    EarshotError,
    LedgerDriverError,
    LedgerDurabilityError,
    LedgerForeignError,
    LedgerInUseError,
    LedgerMovedError,
    LedgerSchemaError,
    LedgerUnfinishedError,
    LedgerVersionError,
)
from ..vault.reconcile import Reconciled
from .storage import LEDGER_ILL, VAULT_ILL

DAMAGED: Final = "contents_damaged"
MISSING: Final = "contents_missing"

MENDED: Final = "contents_mended"
LOST: Final = "contents_lost"
SETTINGS_UNREADABLE: Final = "settings_unreadable"
RULES_MISSING: Final = "rules_missing"

ISSUES: Final = (LEDGER_ILL, VAULT_ILL, DAMAGED, MISSING, MENDED, LOST, SETTINGS_UNREADABLE, RULES_MISSING)
"""Each one is a repair issue of that name while it lasts."""


TOLD: Final = (
    LedgerDriverError,
    LedgerDurabilityError,
    LedgerForeignError,
    LedgerInUseError,
    LedgerMovedError,
    LedgerSchemaError,
    LedgerUnfinishedError,
    LedgerVersionError,
)
"""Why a ledger does not open, where a person has to do something about it. Each has a text of its own in the issue."""


@callback
def show_outage(
    hass: HomeAssistant,
    kind: str,
    began: bool,  # noqa: FBT001 - the listener's shape
    why: EarshotError | None = None,
) -> None:
    """Tell the person that nothing is kept, for as long as that is so."""
    if not began:
        ir.async_delete_issue(hass, DOMAIN, kind)
        return
    told = kind == LEDGER_ILL and isinstance(why, TOLD)
    ir.async_create_issue(
        hass,
        DOMAIN,
        kind,
        is_fixable=False,
        severity=ir.IssueSeverity.ERROR,
        translation_key=why.code if told and why else kind,
        translation_placeholders=dict(why.placeholders) if told and why else None,
    )


@callback
def show_contents(hass: HomeAssistant, found: Reconciled) -> None:
    """Tell the person what was found at the start, until a start finds everything in order."""
    _show(hass, DAMAGED, count=len(found.damaged))
    _show(hass, MISSING, count=len(found.missing))
    _show(hass, MENDED, count=len(found.completed), discarded=len(found.discarded))


@callback
def show_lost(hass: HomeAssistant, count: int) -> None:
    """Tell the person of how many contents there is nothing any more, until a start finds that of none."""
    _show(hass, LOST, count=count)


@callback
def show_settings(hass: HomeAssistant, *, readable: bool, rules: bool) -> None:
    """Tell the person what nobody can say any more, until it is set anew.

    `readable`: what may be kept, and handed on. `rules`: whether there is a rule for every place.
    """
    show_outage(hass, SETTINGS_UNREADABLE, not readable)
    if not readable or rules:
        ir.async_delete_issue(hass, DOMAIN, RULES_MISSING)
        return
    ir.async_create_issue(
        hass,
        DOMAIN,
        RULES_MISSING,
        data={"rules": "missing"},
        is_fixable=True,
        severity=ir.IssueSeverity.ERROR,
        translation_key=RULES_MISSING,
    )


@callback
def clear_issues(hass: HomeAssistant) -> None:
    """Take every issue back, with the entry."""
    for issue in ISSUES:
        ir.async_delete_issue(hass, DOMAIN, issue)


@callback
def _show(hass: HomeAssistant, issue: str, **counts: int) -> None:
    if not any(counts.values()):
        ir.async_delete_issue(hass, DOMAIN, issue)
        return
    ir.async_create_issue(
        hass,
        DOMAIN,
        issue,
        is_fixable=False,
        severity=ir.IssueSeverity.WARNING,
        translation_key=issue,
        translation_placeholders={name: str(count) for name, count in counts.items()},
    )
