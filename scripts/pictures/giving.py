"""Two homes for pictures of donation: one has given and is asked about more, the other is the desk that got it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Page

from scripts.home.authority import Authority, Trust
from scripts.home.browser import LOOKS
from scripts.home.desk import open_desk
from scripts.home.home import DemoHome
from scripts.home.people import Person
from scripts.home.rest import Rest
from tests.e2e.donation.parties import Desk, Donor, Reviewer
from tests.e2e.house import House

from .shot import Shot

PAGES: Final = ("sharing", "offer", "review")
WAITING: Final = ("turn on the kitchen light", "what is the outside temperature")
_CLIP_MS: Final = 20_000.0
"""Until a clip is there at the desk, on a busy machine."""


@dataclass(frozen=True, slots=True)
class _Ends:
    donor: Donor
    desk: Desk


@contextmanager
def shots(folder: Path) -> Iterator[tuple[Shot, ...]]:
    """Start both homes, let them have given and reviewed; yield what is to be taken of them."""
    with _ends(folder) as ends:
        donor, rita = ends.donor, ends.desk.reviewers[0]
        donor.consent()
        # One that somebody described, and one for each time that the desk is looked at.
        given = donor.give()
        clip = rita.ask("next")["clip"]
        rita.listen(clip)
        rita.label(clip)
        donor.fetch(given["donation_id"])
        for _ in LOOKS:
            donor.give()
        offers = [donor.offer_of(donor.house.say(text).view["utterance_id"]) for text in WAITING]
        home, at_desk = donor.house.home, ends.desk.home
        yield (
            Shot("sharing", "/earshot/sharing", home.url, home.rest),
            Shot("offer", f"/earshot/sharing/offer/{offers[0]['offer_id']}", home.url, home.rest),
            Shot("review", "/earshot/review", at_desk.url, rita.person.rest, _listen),
        )


@contextmanager
def _ends(folder: Path) -> Iterator[_Ends]:
    folder.mkdir()
    authority = Authority(folder)
    trust = Trust(authority.file, authority.certify("desk"))
    (folder / "recordings").mkdir()
    with (
        DemoHome(folder / "desk", satellites=(), trust=trust, with_earshot=False) as desk,
        DemoHome(folder / "donor", satellites=("Kitchen",), trust=Trust(authority.file)) as home,
        home.socket() as socket,
    ):
        with desk.socket() as owner:
            rita = Person(owner, Rest(desk.url, authority=authority.file), "Rita Reviewer")
        rita.switch_second_factor_on()
        open_desk(desk, [rita.user_id])
        donor = Donor(House(home, socket, folder / "recordings"), desk.url)
        yield _Ends(donor, Desk(desk, (Reviewer(rita),)))


def _listen(page: Page) -> None:
    """Take a clip and hear it, as a reviewer does."""
    page.get_by_role("button", name="Begin").press("Enter")
    page.get_by_text("What is said?").wait_for()
    page.keyboard.press("F2")
    page.get_by_role("button", name="Play again").wait_for(timeout=_CLIP_MS)
