"""What is said shows by itself, in a panel that somebody has open."""

import re

from playwright.sync_api import expect

from ..house import House
from .conftest import Open

SHOWN_WITHIN = 1_000
"""Milliseconds between the end of an utterance and its place in every open panel: what a person takes for at once."""


def test_what_is_said_is_counted_on_the_day_within_a_second(house: House, open_window: Open) -> None:
    sentence = open_window().go("/earshot/today").locator("earshot-day-sentence p.said")
    expect(sentence).to_contain_text(re.compile(r"said"))
    before = _count(sentence.inner_text())

    house.say("turn on the kitchen light")

    expect(sentence).to_contain_text(f"{before + 1} thing", timeout=SHOWN_WITHIN)


def test_a_panel_that_lost_its_connection_says_so_and_finds_back(house: House, open_window: Open) -> None:
    visit = open_window()
    page = visit.go("/earshot/today")
    sentence = page.locator("earshot-day-sentence p.said")
    before = _count(sentence.inner_text())

    # As when the machine sleeps: the browser's end is closed, and Home Assistant's library tries again by itself.
    page.evaluate("document.querySelector('home-assistant').hass.connection.socket.close()")
    expect(page.get_by_text("No connection to Home Assistant")).to_be_visible()
    expect(page.get_by_text("No connection to Home Assistant")).to_be_hidden(timeout=15_000)
    house.say("turn off the kitchen light")

    expect(sentence).to_contain_text(f"{before + 1} thing", timeout=SHOWN_WITHIN)


def _count(sentence: str) -> int:
    found = re.match(r"(\d+) thing", sentence)
    return int(found[1]) if found else 0
