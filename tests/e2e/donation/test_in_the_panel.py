"""Consenting, giving, reviewing and taking back as people do it: with a browser at each end."""

from collections.abc import Iterator

from playwright.sync_api import Page, expect
import pytest

from scripts.home.browser import LOOKS, Browser, Visit
from scripts.home.process import wait_until
from scripts.home.rest import Rest

from .parties import PATIENCE, SENTENCE, Desk, Donor

MILLISECONDS = PATIENCE * 1000


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Open Chromium for both people."""
    with Browser() as browser:
        yield browser


def consent(page: Page, desk: Desk) -> None:
    """Answer one question after the other."""
    onwards = page.get_by_role("button", name="Next")
    page.get_by_label("Address of the review desk").fill(desk.home.url)
    onwards.click()
    expect(page.get_by_text("Two employees of the laboratory").first).to_be_visible()
    onwards.click()
    expect(onwards).to_be_disabled()
    page.get_by_label("Improve speech recognition").check()
    onwards.click()
    expect(onwards).to_be_disabled()
    page.get_by_label("Kitchen").first.check()
    onwards.click()
    onwards.click()
    give = page.get_by_role("button", name="Give consent")
    expect(give).to_be_disabled()
    page.get_by_label("I am of age").check()
    expect(give).to_be_disabled()
    page.get_by_label("The others who live here know").check()
    give.click()
    expect(page.get_by_text("You have consented")).to_be_visible()


def review(page: Page) -> None:
    """Hear the clip, and say what is said, by keys alone."""
    page.get_by_role("button", name="Begin").press("Enter")
    expect(page.get_by_text("What is said?")).to_be_visible()
    page.keyboard.press("F2")
    expect(page.get_by_role("button", name="Play again")).to_be_visible(timeout=MILLISECONDS)
    page.keyboard.press("w")
    page.keyboard.type(" please")
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    page.keyboard.press("Enter")


def quiet(visit: Visit) -> None:
    """See that nothing broke, nobody else was asked, and nothing is wrong for who cannot see."""
    assert visit.complaints == []
    # Over TLS the page of Home Assistant wants a service worker, which windows here do not allow, and looks that up.
    assert [url for url in visit.elsewhere if "/home-assistant/frontend/" not in url] == []
    assert visit.violations() == []


def everybody_can_use(browser: Browser, person: Rest, path: str, text: str) -> None:
    """Look at a page on a phone and on a desk, light and dark."""
    for look in LOOKS:
        visit = browser.visit(person.url, person.token, look)
        page = visit.go(path)
        expect(page.get_by_text(text).first).to_be_visible(timeout=MILLISECONDS)
        page.locator("earshot-waiting").first.wait_for(state="hidden")
        quiet(visit)
        # Nothing is wider than the window: nobody scrolls sideways.
        assert page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"), (path, str(look))
        page.context.close()


def test_two_people_at_two_browsers(donor: Donor, desk: Desk, browser: Browser) -> None:
    house = donor.house
    at_home = browser.visit(house.home.url, house.home.rest.token)
    page = at_home.go("/earshot/sharing")
    page.get_by_role("switch").click()
    consent(page, desk)
    donor.ask("donation/choices", sampling=100, daily_cap=100)
    quiet(at_home)

    offer = donor.offer_of(house.say(SENTENCE).view["utterance_id"])
    at_home.go(f"/earshot/sharing/offer/{offer['offer_id']}")
    expect(page.get_by_text("Exactly this would leave")).to_be_visible()
    quiet(at_home)
    everybody_can_use(
        browser, house.home.rest, f"/earshot/sharing/offer/{offer['offer_id']}", "Exactly this would leave"
    )
    page.get_by_role("button", name="Send now").click()
    donor.until_given(offer)

    rita = desk.reviewers[0].person.rest
    at_desk = browser.visit(desk.home.url, rita.token)
    at_desk.go("/earshot/review")
    review(at_desk.page)
    expect(at_desk.page.get_by_text("1 recording described by you")).to_be_visible(timeout=MILLISECONDS)
    quiet(at_desk)
    everybody_can_use(browser, rita, "/earshot/review", "1 recording described by you")

    at_home.go("/earshot/sharing")
    page.get_by_role("button", name="Ask for receipts").click()
    expect(page.get_by_text("wrote down what they heard").first).to_be_visible(timeout=MILLISECONDS)
    everybody_can_use(browser, house.home.rest, "/earshot/sharing", "wrote down what they heard")
    page.get_by_role("button", name="Take it back").first.click()
    page.locator("earshot-dialog").get_by_role("button", name="Take it back").click()
    # Others were taken back in this house before: that one is gone is asked by its number.
    wait_until("it is not withdrawn", lambda: (donor.given(offer) or {}).get("state") == "withdrawn", PATIENCE)
    expect(page.get_by_text("because you took it back").first).to_be_visible(timeout=MILLISECONDS)
    quiet(at_home)
    for visit in (at_home, at_desk):
        visit.page.context.close()
