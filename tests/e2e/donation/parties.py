"""The two ends of a donation: somebody who lives in a home, and somebody who listens at a desk."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from scripts.home.home import DemoHome
from scripts.home.people import Person
from scripts.home.process import wait_until

from ..house import House

SENTENCE: Final = "turn on the kitchen light"
PURPOSE: Final = "improve_speech_recognition"
CONSENTED: Final = timedelta(days=60)
PATIENCE: Final = 40.0
"""Seconds that something between two homes may take on a busy machine."""

type Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Donor:
    """The owner of the home that gives."""

    house: House
    desk_address: str

    def ask(self, command: str, **data: Any) -> Any:
        """Ask as the owner's browser does."""
        with self.house.home.socket() as socket:
            return socket.ask(f"earshot/{command}", **data)

    def consent(self, **otherwise: Any) -> Json:
        """Read the desk's statement, and agree to it for the kitchen; offer all that is said, and ask about each."""
        shown = self.ask("donation/desk", address=self.desk_address)
        request = {
            "address": self.desk_address,
            "statement_sha256": shown["sha256"],
            "purposes": [PURPOSE],
            "satellites": [self.house.home.satellite_entity("Kitchen")],
            "until": str(datetime.now(UTC).date() + CONSENTED),
            "of_age": True,
            "others_know": True,
        }
        told = self.ask("donation/consent", **(request | otherwise))
        self.ask("donation/choices", sampling=100, daily_cap=100)
        return dict(told)

    def offer(self) -> Json:
        """Say something that is offered; return the offer."""
        said = self.house.say(SENTENCE).view["utterance_id"]
        return self.offer_of(said)

    def offer_of(self, utterance_id: str) -> Json:
        """Return the offer of an utterance, when it can be looked at."""
        found: list[Json] = []

        def there() -> bool:
            offers = self.ask("offers/list")["offers"]
            found[:] = [one for one in offers if one["utterance_id"] == utterance_id and one["state"] == "waiting"]
            return bool(found)

        wait_until("nothing is offered", there, PATIENCE)
        return found[0]

    def send(self, offer: Json) -> Json:
        """Look at an offer as it would leave, and let exactly that leave."""
        shown = self.ask("offers/get", offer_id=offer["offer_id"])
        return dict(self.ask("offers/send", offer_id=offer["offer_id"], sha256=shown["offer"]["sha256"]))

    def given(self, offer: Json) -> Json | None:
        """Return what became of an offer that was let go; None if it was not given."""
        given = self.ask("given/list", utterance_id=offer["utterance_id"])["given"]
        return given[0] if given else None

    def give(self) -> Json:
        """Say something, and give it; return it as it was given."""
        offer = self.offer()
        self.send(offer)
        return self.until_given(offer)

    def until_given(self, offer: Json) -> Json:
        """Return a donation when the desk has it."""

        def there() -> bool:
            given = self.given(offer)
            return given is not None and given["state"] == "given"

        try:
            wait_until("it is not given", there, PATIENCE)
        except TimeoutError as error:
            failure = self.ask("donation/get")["failure"]
            raise TimeoutError(f"it is not given: {self.given(offer)}, {self.ask('offers/list')}, {failure}") from error
        given = self.given(offer)
        assert given is not None
        return given

    def fetch(self, donation_id: str) -> Json:
        """Ask the desk for its receipts now; return the donation as it stands then, with what reviewers wrote."""
        self.ask("given/fetch", donation_id=donation_id)
        return dict(self.ask("given/get", donation_id=donation_id))

    def entries(self, utterance_id: str, kind: str) -> list[Json]:
        """Return what the ledger says of this kind about an utterance, oldest first."""
        entries = self.ask("utterances/get", utterance_id=utterance_id)["entries"]
        return [entry["record"] for entry in entries if entry["record"]["kind"] == kind]


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Somebody who is listed at the desk, and has a second factor."""

    person: Person

    def ask(self, command: str, **data: Any) -> Any:
        """Ask as their browser does."""
        with self.person.socket() as socket:
            return socket.ask(f"earshot/review/{command}", **data)

    def listen(self, clip: Json) -> bytes:
        """Fetch the sound of a clip."""
        return self.person.rest.fetch(self.ask("sound_path", ticket=clip["ticket"])["path"])

    def label(self, clip: Json, **said: Any) -> None:
        """Say something of a clip."""
        self.ask("label", ticket=clip["ticket"], **({"words": clip["words"], "quality": "good"} | said))


@dataclass(frozen=True, slots=True)
class Desk:
    """The home that is a review desk, and who works there."""

    home: DemoHome
    reviewers: tuple[Reviewer, ...]

    @property
    def folder(self) -> Path:
        """Its configuration folder, with all that it keeps."""
        return self.home.paths.config

    def ask(self, command: str, **data: Any) -> Any:
        """Ask as an administrator's browser does."""
        with self.home.socket() as socket:
            return socket.ask(f"earshot/{command}", **data)

    def waiting(self) -> int:
        """Return how many clips wait for anybody."""
        return int(self.ask("desk/statistics")["states"].get("waiting", 0))

    def holds(self, needle: bytes) -> list[Path]:
        """Return the files in which these bytes stand."""
        files = (path for path in self.folder.rglob("*") if path.is_file() and not path.is_symlink())
        return [path for path in files if needle in path.read_bytes()]


type Away = Callable[[], AbstractContextManager[None]]
"""Has the desk's machine switched off for as long as a block lasts."""
