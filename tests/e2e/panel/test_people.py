"""Who sees what: the panel as it is for an administrator, somebody who lives there, and somebody who only looks."""

from collections.abc import Callable

from playwright.sync_api import expect
import pytest

from scripts.home.people import READ_ONLY, USERS, move_in
from scripts.home.rest import Rest

from ..house import House
from .conftest import Open

type Lodger = Callable[[str], str]


@pytest.fixture(scope="module")
def lodgers() -> dict[str, Rest]:
    """Remember who has moved in: a name is taken once."""
    return {}


@pytest.fixture
def lodger(house: House, lodgers: dict[str, Rest]) -> Lodger:
    """Return the access token of somebody of a group."""

    def lodger(group: str) -> str:
        if group not in lodgers:
            lodgers[group] = move_in(house.socket, house.home.url, f"Lodger {group}", group)
        return lodgers[group].token

    return lodger


@pytest.mark.parametrize("group", [USERS, READ_ONLY])
def test_who_is_no_administrator_sees_the_facts_and_clears_and_redacts_nothing(
    house: House, open_window: Open, lodger: Lodger, group: str
) -> None:
    said = house.say("turn on the kitchen light").view["utterance_id"]
    visit = open_window(token=lodger(group))
    page = visit.go("/earshot/today")
    expect(page.locator("earshot-day-sentence p.said")).to_be_visible()
    visit.go("/earshot/leftovers").locator("earshot-leftovers-page h2").first.wait_for()
    expect(page.get_by_role("button", name="Clear")).to_have_count(0)
    visit.go(f"/earshot/utterance/{said}").get_by_role("heading", name="Who was within earshot").wait_for()
    expect(page.get_by_text("what was said").first).to_be_visible()
    for action in ("Show the words", "Get the sound", "Redact", "Erase what is kept"):
        expect(page.get_by_role("button", name=action)).to_have_count(0)


@pytest.mark.parametrize("name", ["today", "ledger", "satellites", "leftovers", "proof"])
def test_nothing_is_broken_for_who_only_looks(open_window: Open, lodger: Lodger, name: str) -> None:
    visit = open_window(token=lodger(READ_ONLY))
    page = visit.go(f"/earshot/{name}")
    page.locator(f"earshot-{name}-page").wait_for()
    page.locator("earshot-waiting").first.wait_for(state="hidden")
    assert visit.violations() == []
