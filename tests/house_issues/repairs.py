"""Home Assistant's repairs, as a browser uses them."""

from http import HTTPStatus
from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.earshot.const import DOMAIN


def shown(hass: HomeAssistant, kind: str) -> ir.IssueEntry | None:
    """Return the only open issue of a kind; None if there is none."""
    issues = [one for one in ir.async_get(hass).issues.values() if one.domain == DOMAIN and one.translation_key == kind]
    assert len(issues) <= 1
    return issues[0] if issues else None


async def fix(hass: HomeAssistant, hass_client: ClientSessionGenerator, issue: ir.IssueEntry) -> dict[str, Any]:
    """Look at an issue and submit, and return what came of it."""
    assert await async_setup_component(hass, "repairs", {})
    client = await hass_client()
    begun = await client.post("/api/repairs/issues/fix", json={"handler": DOMAIN, "issue_id": issue.issue_id})
    assert begun.status == HTTPStatus.OK
    form = await begun.json()
    assert (form["type"], form["step_id"]) == ("form", "confirm")
    assert form["description_placeholders"] == issue.translation_placeholders
    done = await client.post(f"/api/repairs/issues/fix/{form['flow_id']}", json={})
    assert done.status == HTTPStatus.OK
    found: dict[str, Any] = await done.json()
    await hass.async_block_till_done()
    return found
