"""One utterance in the panel: who was within earshot, its words and its sound, and what a person can do with it."""

from collections.abc import Iterator

from playwright.sync_api import Page, expect
import pytest

from scripts.home.browser import LOOKS, Look
from scripts.home.process import wait_until

from ..house import House
from .conftest import Open


@pytest.fixture
def kept(house: House) -> Iterator[str]:
    """Return something that was said to a satellite whose sound is kept."""
    kitchen = house.home.satellite_entity("Kitchen")
    house.socket.ask("earshot/settings/set_retention", satellite=kitchen, content="sound", keep_for=3600)
    yield house.say("turn on the kitchen light").view["utterance_id"]
    house.socket.ask("earshot/settings/set_retention", satellite=kitchen, content="sound", keep_for=None)


def _open(open_window: Open, utterance_id: str, look: Look | None = None) -> Page:
    page = open_window(look).go(f"/earshot/utterance/{utterance_id}")
    page.get_by_role("heading", name="Who was within earshot").wait_for()
    return page


def _opened(house: House, utterance_id: str) -> list[str]:
    """Return how the utterance was read, as the ledger tells it."""
    entries = house.socket.ask("earshot/utterances/get", utterance_id=utterance_id)["entries"]
    return [entry["record"]["how"] for entry in entries if entry["record"]["kind"] == "accessed"]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_house_stands_with_every_ear_in_it(house: House, open_window: Open, kept: str, look: Look) -> None:
    visit = open_window(look)
    page = visit.go(f"/earshot/utterance/{kept}")
    page.get_by_role("heading", name="Who was within earshot").wait_for()
    view = house.socket.ask("earshot/utterances/get", utterance_id=kept)["utterance"]
    drawn = page.locator("earshot-house")
    for ear in view["ears"]:
        # A long name is drawn shortened; the list beside it has all of it.
        expect(drawn).to_contain_text(ear["label"].split()[0])
        expect(page.locator("earshot-company")).to_contain_text(ear["label"])
    assert visit.violations() == []
    assert page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth")


def test_words_are_shown_on_a_tap_and_that_is_entered_for_everybody_to_see(
    house: House, open_window: Open, kept: str
) -> None:
    before = _opened(house, kept)
    page = _open(open_window, kept)
    assert _opened(house, kept) == before
    page.get_by_role("button", name="Show the words").click()
    expect(page.locator("earshot-utterance-words")).to_contain_text("turn on the kitchen light")
    assert _opened(house, kept) == [*before, "words"]


def test_sound_comes_as_bytes_and_plays(house: House, open_window: Open, kept: str) -> None:
    before = _opened(house, kept)
    page = _open(open_window, kept)
    with page.expect_response(lambda response: "/api/earshot/sound/" in response.url) as fetched:
        page.get_by_role("button", name="Get the sound").click()
    assert fetched.value.ok
    assert fetched.value.body().startswith(b"fLaC")
    page.get_by_role("button", name="Play").click()
    player = page.locator("earshot-utterance-player audio")
    page.wait_for_function("(audio) => audio.currentTime > 0.1", arg=player.element_handle())
    assert player.evaluate("(audio) => audio.duration") > 1
    assert _opened(house, kept) == [*before, "sound"]


def test_a_receipt_is_downloaded_that_the_verifier_takes(open_window: Open, kept: str) -> None:
    page = _open(open_window, kept)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the receipt").click()
    assert download.value.suggested_filename == f"earshot-{kept}.tlog-proof"
    assert download.value.path().read_text(encoding="utf-8").startswith("c2sp.org/tlog-proof")


def test_an_erasure_can_be_taken_back_until_it_is_final(house: House, open_window: Open, kept: str) -> None:
    page = _open(open_window, kept)
    _erase(page)
    undo = page.locator("earshot-toasts").get_by_role("button", name="Undo")
    undo.click()
    expect(page.get_by_role("button", name="Show the words")).to_be_visible()
    page.get_by_role("button", name="Show the words").click()
    expect(page.locator("earshot-utterance-words")).to_contain_text("turn on the kitchen light")

    _erase(page)
    expect(undo).to_be_visible()
    expect(undo).to_be_hidden(timeout=30_000)
    wait_until("it is not erased", lambda: _erased(house, kept), 10)
    assert not list((house.paths.config / "earshot" / "vault").glob(f"{kept}.*"))


def _erased(house: House, utterance_id: str) -> bool:
    contents = house.socket.ask("earshot/utterances/get", utterance_id=utterance_id)["utterance"]["contents"]
    return bool(contents) and all(content["erased_at"] for content in contents)


def _erase(page: Page) -> None:
    page.get_by_role("button", name="Erase what is kept").click()
    dialog = page.locator("dialog[open]")
    if dialog.count():
        dialog.get_by_role("button", name="Erase").click()
