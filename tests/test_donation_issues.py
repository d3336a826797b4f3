"""Issues about donation come and go by themselves."""

from dataclasses import replace
from datetime import timedelta

from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from custom_components.earshot.const import DOMAIN
from custom_components.earshot.donating.told import DonationState
from custom_components.earshot.donation_issues import LOOK, PATIENCE, ask_for_consent
from custom_components.earshot.repairs import ConsentFlow, async_create_fix_flow
from tests.donating.stand_in import ON, Donations


def issues(hass: HomeAssistant) -> set[str]:
    return {issue_id for domain, issue_id in ir.async_get(hass).issues if domain == DOMAIN}


async def become(hass: HomeAssistant, donations: Donations, state: DonationState) -> set[str]:
    donations.becomes(state)
    await hass.async_block_till_done()
    return issues(hass)


def failing(since: timedelta) -> DonationState:
    return replace(ON, failing_since=dt_util.utcnow() - since, failure="desk_unreachable")


async def test_a_desk_that_is_away_for_days(hass: HomeAssistant, donations: Donations) -> None:
    assert not await become(hass, donations, failing(PATIENCE - timedelta(hours=1)))
    assert await become(hass, donations, failing(PATIENCE)) == {"donation_failing"}
    assert not await become(hass, donations, ON)


@pytest.mark.parametrize("expected_lingering_timers", [True])
async def test_time_is_looked_at_though_nothing_changes(hass: HomeAssistant, donations: Donations) -> None:
    donations.now = failing(PATIENCE)
    async_fire_time_changed(hass, dt_util.utcnow() + LOOK * 1.1)
    await hass.async_block_till_done()
    assert issues(hass) == {"donation_failing"}


async def test_who_wanted_it_on_is_led_to_the_consent_and_nothing_is_switched_on(
    hass: HomeAssistant, donations: Donations
) -> None:
    ask_for_consent(hass)
    issue = ir.async_get(hass).async_get_issue(DOMAIN, "consent_wanted")
    assert issue is not None
    assert issue.translation_placeholders == {"link": "/earshot/sharing/consent"}
    flow = await async_create_fix_flow(hass, "consent_wanted", None)
    assert isinstance(flow, ConsentFlow)
    flow.hass, flow.handler, flow.issue_id = hass, DOMAIN, "consent_wanted"
    assert (await flow.async_step_init())["step_id"] == "confirm"
    await flow.async_step_confirm({})
    assert not donations.now.on
    assert not donations.requests
