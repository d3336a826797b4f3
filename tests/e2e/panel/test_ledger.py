"""The list of everything that was said: live, by filters that can be bookmarked, and erased with undo."""

from playwright.sync_api import Locator, Page, expect

from scripts.home.process import wait_until

from ..house import House
from .conftest import Open


def _row(page: Page, utterance_id: str) -> Locator:
    return page.locator(f'a[role="option"][href="/earshot/utterance/{utterance_id}"]')


def _contents(house: House, utterance_id: str) -> list[bool]:
    """Return of each content of an utterance whether it is erased."""
    view = house.socket.ask("earshot/utterances/get", utterance_id=utterance_id)["utterance"]
    return [content["erased_at"] is not None for content in view["contents"]]


def test_what_is_said_appears_on_top_and_leads_to_its_page(house: House, open_window: Open) -> None:
    page = open_window().go("/earshot/ledger")
    page.locator("earshot-ledger-page h2").first.wait_for()
    said = house.say("turn on the kitchen light").view["utterance_id"]
    row = _row(page, said)
    expect(row).to_be_visible(timeout=1_000)
    row.click()
    page.locator("earshot-utterance-page").wait_for()
    assert page.url.endswith(f"/earshot/utterance/{said}")
    page.go_back()
    expect(_row(page, said)).to_be_visible()


def test_filters_are_in_the_address_and_hold_after_a_reload(house: House, open_window: Open) -> None:
    said = house.say("turn on the kitchen light").view["utterance_id"]
    page = open_window().go("/earshot/ledger?outcome=answered&place=sandbox")
    expect(_row(page, said)).to_be_visible()
    page.reload()
    expect(_row(page, said)).to_be_visible()
    page.goto(page.url.replace("place=sandbox", "place=internet"))
    page.locator("earshot-ledger-page").wait_for()
    expect(_row(page, said)).to_have_count(0)
    page.get_by_role("button", name="Clear all").click()
    expect(_row(page, said)).to_be_visible()
    assert "outcome" not in page.url


def test_what_is_selected_is_erased_unless_it_is_taken_back(house: House, open_window: Open) -> None:
    said = house.say("turn on the kitchen light").view["utterance_id"]
    assert _contents(house, said).count(False)
    page = open_window().go("/earshot/ledger")
    row = _row(page, said)
    row.wait_for()
    undo = page.locator("earshot-toasts").get_by_role("button", name="Undo")

    _choose_and_erase(page, row)
    undo.click()
    expect(undo).to_be_hidden()
    assert not any(_contents(house, said))

    _choose_and_erase(page, row)
    expect(undo).to_be_visible()
    wait_until("it is not erased", lambda: all(_contents(house, said)), 30)


def _choose_and_erase(page: Page, row: Locator) -> None:
    done = page.get_by_role("button", name="End selecting")
    if done.count():
        done.click()
    page.get_by_role("button", name="Select", exact=True).click()
    row.click()
    page.get_by_role("toolbar").get_by_role("button", name="Erase").click()
