"""Every page, as a person sees it: on a phone and on a desk, light and dark."""

import pytest

from scripts.home.browser import LOOKS, Look

from .conftest import Open

PAGES = ("today", "ledger", "satellites", "sharing", "leftovers", "proof")


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_stands_and_everybody_can_use_it(open_window: Open, name: str, look: Look) -> None:
    visit = open_window(look)
    page = visit.go(f"/earshot/{name}")
    page.locator(f"earshot-{name}-page").wait_for()
    page.locator("earshot-waiting").first.wait_for(state="hidden")
    assert visit.violations() == []
    # Nothing is wider than the window: nobody scrolls sideways.
    assert page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth")


def test_an_address_that_leads_nowhere_says_so(open_window: Open) -> None:
    page = open_window().go("/earshot/nowhere")
    page.get_by_role("heading", name="There is nothing here").wait_for()
    page.locator("earshot-panel main").get_by_role("link", name="Today").click()
    page.locator("earshot-today-page").wait_for()
    assert page.url.endswith("/earshot/today")


def test_the_back_button_leads_back(open_window: Open) -> None:
    page = open_window().go("/earshot/today")
    page.get_by_role("navigation").get_by_role("link", name="Proof").click()
    page.locator("earshot-proof-page").wait_for()
    page.go_back()
    page.locator("earshot-today-page").wait_for()


def test_what_is_used_of_home_assistants_own_elements_is_there(open_window: Open) -> None:
    page = open_window().go("/earshot/today")
    missing = page.evaluate("['ha-menu-button', 'ha-card'].filter((name) => !customElements.get(name))")
    assert missing == []
