"""Nothing is done by one press, by a double click, by two people, or by a press that came too late."""

from datetime import timedelta

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from custom_components.earshot.house import arming as arming_module
from custom_components.earshot.house.arming import ARMED_SECONDS, Arming


class Two:
    """An arming whose second press is never too soon, unless a test says so."""

    def __init__(self, hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch, *, too_soon: bool = False) -> None:
        monkeypatch.setattr(arming_module, "DELIBERATE_SECONDS", 3600.0 if too_soon else 0.0)
        self.told: list[bool] = []
        self.arming = Arming(hass, lambda: self.told.append(self.arming.until is not None))


async def test_the_second_press_of_the_same_person_is_it(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> None:
    two = Two(hass, monkeypatch)
    assert [two.arming.press("anna") for _ in range(3)] == [False, True, False]
    assert two.told == [True, False, True]
    two.arming.stop()


async def test_a_double_click_is_one_press(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> None:
    two = Two(hass, monkeypatch, too_soon=True)
    assert [two.arming.press("anna") for _ in range(3)] == [False] * 3
    assert two.told == [True]
    two.arming.stop()


async def test_somebody_else_begins_anew(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> None:
    two = Two(hass, monkeypatch)
    assert [two.arming.press(who) for who in ("anna", "ben", "anna", "anna")] == [False, False, False, True]


async def test_after_half_a_minute_it_is_a_first_press_again(
    hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    two = Two(hass, monkeypatch)
    two.arming.press("anna")
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=ARMED_SECONDS + 1), fire_all=True)
    assert two.told == [True, False]
    assert not two.arming.press("anna")
    two.arming.stop()
    assert (two.arming.until, two.told) == (None, [True, False, True])
