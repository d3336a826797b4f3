"""The cards on a dashboard of the real home, in a real browser."""

from playwright.sync_api import Page, expect
import pytest

from scripts.home.browser import LOOKS, Look

from ..house import House
from .conftest import Open

DASHBOARD = "earshot-cards"
CARDS = ("earshot-card", "earshot-now-card", "earshot-utterances-card")


@pytest.fixture
def with_dashboard(house: House) -> str:
    """Make a dashboard that has every card, once; return its path."""
    if DASHBOARD not in {one["url_path"] for one in house.socket.ask("lovelace/dashboards/list")}:
        house.socket.ask(
            "lovelace/dashboards/create", url_path=DASHBOARD, title="Cards", mode="storage", require_admin=False
        )
        sections = [{"type": "grid", "cards": [{"type": f"custom:{card}"} for card in CARDS]}]
        config = {"views": [{"title": "Cards", "type": "sections", "sections": sections}]}
        house.socket.ask("lovelace/config/save", url_path=DASHBOARD, config=config)
    return f"/{DASHBOARD}/0"


def _stand(page: Page) -> None:
    for card in CARDS:
        expect(page.locator(f"{card} ha-card")).to_be_visible(timeout=20_000)
        expect(page.locator(card).locator("earshot-waiting")).to_have_count(0)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_cards_stand_on_a_dashboard_and_everybody_can_use_them(
    open_window: Open, house: House, with_dashboard: str, look: Look
) -> None:
    visit = open_window(look)
    visit.page.goto(house.home.url + with_dashboard)
    _stand(visit.page)
    for card in CARDS:
        assert visit.violations(card) == []


def test_what_is_said_appears_on_the_dashboard(open_window: Open, house: House, with_dashboard: str) -> None:
    visit = open_window()
    visit.page.goto(house.home.url + with_dashboard)
    _stand(visit.page)
    said = house.say("turn on the desk lamp")
    newest = visit.page.locator("earshot-utterances-card li a").first
    expect(newest).to_have_attribute("href", f"/earshot/utterance/{said.view['utterance_id']}", timeout=2_000)


def test_the_picker_offers_the_cards_with_a_preview(open_window: Open, house: House, with_dashboard: str) -> None:
    visit = open_window()
    page = visit.page
    page.goto(f"{house.home.url}{with_dashboard}?edit=1")
    _stand(page)
    offered = page.evaluate("window.customCards.map((card) => [card.type, card.preview])")
    assert sorted(offered) == [[card, True] for card in sorted(CARDS)]
    for card in CARDS:
        form = page.evaluate(
            "(card) => customElements.get(card).getConfigForm().schema.map((field) => field.name)", card
        )
        assert form[0] == "title"
