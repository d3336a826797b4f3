"""What Earshot asks a person about a pairing, in the repairs of Home Assistant."""

from typing import Final

from homeassistant.config_entries import ConfigSubentry
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir

from ..const import DOMAIN

GONE: Final = "paired_satellite_gone"
UNASSIGNED: Final = "paired_assistant_gone"
ASTRAY: Final = "paired_satellite_astray"


@callback
def show_gone(hass: HomeAssistant, subentry: ConfigSubentry) -> None:
    """Tell that a satellite was removed from Home Assistant, and offer to end its pairing."""
    ir.async_create_issue(
        hass,
        DOMAIN,
        f"{GONE}_{subentry.subentry_id}",
        data={"subentry_id": subentry.subentry_id},
        is_fixable=True,
        severity=ir.IssueSeverity.WARNING,
        translation_key=GONE,
        translation_placeholders={"satellite": subentry.title},
    )


@callback
def show_unassigned(hass: HomeAssistant, subentry: ConfigSubentry) -> None:
    """Tell that the assistant of a satellite was removed."""
    ir.async_create_issue(
        hass,
        DOMAIN,
        f"{UNASSIGNED}_{subentry.subentry_id}",
        is_fixable=False,
        severity=ir.IssueSeverity.WARNING,
        translation_key=UNASSIGNED,
        translation_placeholders={"satellite": subentry.title},
    )


@callback
def show_astray(hass: HomeAssistant, key: str, label: str, pipeline: str | None) -> None:
    """Tell that a satellite lost its pipeline when that was renamed, and did not take it again; None: it has it."""
    issue = f"{ASTRAY}_{key}"
    if pipeline is None:
        ir.async_delete_issue(hass, DOMAIN, issue)
        return
    ir.async_create_issue(
        hass,
        DOMAIN,
        issue,
        data={"astray": key},
        is_fixable=True,
        severity=ir.IssueSeverity.WARNING,
        translation_key=ASTRAY,
        translation_placeholders={"satellite": label, "pipeline": pipeline},
    )


@callback
def clear_issues(hass: HomeAssistant) -> None:
    """Take all of them back, with the entry."""
    for domain, issue in tuple(ir.async_get(hass).issues):
        if domain == DOMAIN and issue.startswith((GONE, UNASSIGNED, ASTRAY)):
            ir.async_delete_issue(hass, DOMAIN, issue)
