"""The picture of the week, as Home Assistant hands it to a browser."""

from datetime import timedelta
from http import HTTPStatus

from homeassistant.components.image import async_get_image
from homeassistant.const import STATE_UNAVAILABLE
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.earshot.errors import LedgerUnavailableError
from custom_components.earshot.gate.storage import Storage
from custom_components.earshot.ledger.record import SettingChanged
from tests.gate.house import House
from tests.ledger.samples import utterance

WEEK = "image.earshot_week"


async def enable(hass: HomeAssistant) -> None:
    """Let a person enable it. Home Assistant loads the entry anew half a minute later."""
    assert await async_setup_component(hass, "image", {})
    er.async_get(hass).async_update_entity(WEEK, disabled_by=None)
    await later(hass, timedelta(seconds=31))


async def later(hass: HomeAssistant, period: timedelta) -> None:
    async_fire_time_changed(hass, dt_util.utcnow() + period)
    await hass.async_block_till_done()


def state(hass: HomeAssistant) -> str:
    found = hass.states.get(WEEK)
    assert found is not None
    return found.state


async def test_nobody_has_it_who_does_not_want_it(hass: HomeAssistant, house: House) -> None:
    entry = er.async_get(hass).async_get(WEEK)
    assert entry is not None
    assert entry.disabled_by is er.RegistryEntryDisabler.INTEGRATION
    assert hass.states.get(WEEK) is None


@pytest.mark.parametrize("expected_lingering_timers", [True])
async def test_it_is_an_svg_of_the_days_and_another_only_when_they_are(
    hass: HomeAssistant, house: House, hass_client: ClientSessionGenerator
) -> None:
    now = dt_util.utcnow()
    await house.runtime.storage.write(
        [
            SettingChanged(at=now - timedelta(days=20), setting="keep_sound", after="nothing", by="Annabel"),
            *utterance(1, at=now - timedelta(days=2)),
        ]
    )
    await enable(hass)
    drawn = state(hass)
    client = await hass_client()
    got = await client.get(f"/api/image_proxy/{WEEK}")
    assert got.status == HTTPStatus.OK
    assert got.content_type == "image/svg+xml"
    svg = await got.text()
    assert svg.startswith("<svg ")
    assert "1 thing was said." in svg
    assert "Annabel" not in svg
    await later(hass, timedelta(hours=3))
    assert state(hass) == drawn
    await house.runtime.storage.write(utterance(2, at=now - timedelta(days=2)))
    await later(hass, timedelta(hours=6))
    assert state(hass) > drawn
    assert b"2 things were said." in (await async_get_image(hass, WEEK)).content


@pytest.mark.parametrize("expected_lingering_timers", [True])
async def test_while_the_ledger_cannot_be_read_there_is_no_picture(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ill(_: Storage) -> None:
        raise LedgerUnavailableError("the disk is away")

    await enable(hass)
    with monkeypatch.context() as patch:
        patch.setattr(Storage, "ledger", property(ill))
        await later(hass, timedelta(hours=3))
        assert state(hass) == STATE_UNAVAILABLE
    await later(hass, timedelta(hours=6))
    assert state(hass) != STATE_UNAVAILABLE
