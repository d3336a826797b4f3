"""One life of a review desk under a burst of donations, and what must hold after its start, whatever ended the last."""

import asyncio
from collections.abc import Callable
from hashlib import sha256
import json
from pathlib import Path
from random import Random
from typing import Any

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant

from custom_components.earshot.donation.desk.desk_store import clips, reviewing
from custom_components.earshot.donation.desk.desk_store.rows import State
from custom_components.earshot.donation.label import Label
from custom_components.earshot.donation.receipts import ReceiptAction, missing, verify_receipt
from custom_components.earshot.errors.desk import ClipOverError
from custom_components.earshot.gate import storage
from custom_components.earshot.review_desk import desk
from custom_components.earshot.review_desk.donors import receipts_of
from tests.crash.journal import Home, Journal
from tests.crash.life import PATIENCE
from tests.review_desk.parts import GOOD, SECRET, DeskHome, Given, clip, sound

AT_ONCE = 8
ROUNDS = 12
FLAWS = (Label(quality="good", accident=True), Label(words=SECRET, quality="noisy", danger=True))


class DeskFacts:
    """What was acknowledged in all lives of one desk."""

    def __init__(self, home: Home) -> None:
        self.taken: dict[str, tuple[str, str]] = {}
        """By donation: hash of the payload, and the token."""
        self.ending: set[str] = set()
        """What somebody wanted gone, or may have."""
        self.withdrawn: set[str] = set()
        text = home.journal.read_text(encoding="utf-8") if home.journal.exists() else ""
        for line in text.splitlines(keepends=True):
            # A line without its end was being written at the death: nobody had been told of it.
            if line != "\n" and line.endswith("\n"):
                self._add(*json.loads(line))

    def _add(self, fact: str, donation_id: str, *more: str) -> None:
        match fact:
            case "taken":
                self.taken[donation_id] = (more[0], more[1])
            case "ending":
                self.ending.add(donation_id)
            case "withdrawn":
                self.withdrawn.add(donation_id)


async def live_desk(
    folder: Path, seed: int, begin: Callable[[str], None], ready: Callable[[], object], *, peaceful: bool
) -> None:
    """Start, be checked, and take donations until the end."""
    setattr(storage, "LEDGER_PATIENCE", PATIENCE)  # noqa: B010 - it is a constant, but not here
    setattr(desk, "show_alarms", nothing_shown)  # noqa: B010 - there is no frontend here
    hass = HomeAssistant(str(folder))
    house = Home(folder)
    home = DeskHome(hass, folder)
    home.storage.reconciled = True
    begin("start")
    await home.storage.open()
    await home.open()
    check_desk(home, DeskFacts(house))
    ready()
    if not peaceful:
        begin("load")
        await burst(home, Journal(house), Random(seed))  # noqa: S311 - it is to be repeatable
    await home.close()
    await home.storage.close()
    await hass.async_stop(force=True)


async def nothing_shown(*_: object) -> None:
    """Stand in for what administrators are shown."""


async def burst(home: DeskHome, journal: Journal, random: Random) -> None:
    """Take many at once, while people review and donors withdraw."""
    people = [nobody(number) for number in range(3)]
    for _ in range(ROUNDS):
        given = [home.give(clip(sound=sound(random.randrange(4)))) for _ in range(AT_ONCE)]
        work: list[Any] = [take(home, journal, one, withdraws=random.random() < 0.3) for one in given]
        work += [review(home, journal, user, random) for user in people]
        await asyncio.gather(*work)


async def take(home: DeskHome, journal: Journal, given: Given, *, withdraws: bool) -> None:
    name, token = given.secrets.donation_id, given.secrets.token
    if not (await home.accept(given)).taken:
        return
    journal.tell("taken", name, sha256(given.payload).hexdigest(), token.hex())
    if withdraws:
        journal.tell("ending", name)
        assert await home.desk.withdraw(name, token) is not None
        journal.tell("withdrawn", name)


async def review(home: DeskHome, journal: Journal, user: User, random: Random) -> None:
    try:
        shown = await home.desk.next_clip(user)
        if shown is None:
            return
        lease = home.desk._desk.leases.of_user(user.id)
        label = random.choice((GOOD, GOOD, GOOD, *FLAWS))
        if label is not GOOD and lease is not None:
            journal.tell("ending", lease.donation_id)
        await home.desk.label(shown.ticket, label, user)
    except ClipOverError:  # its donor withdrew it meanwhile
        return


def nobody(number: int) -> User:
    unasked: Any = None  # nobody looks at their rights here
    return User(id=f"user{number}", name=None, perm_lookup=unasked)


def check_desk(home: DeskHome, facts: DeskFacts) -> None:
    """Check a desk that has just been opened. Raises AssertionError."""
    opened = home.desk._desk
    with opened.store.read() as connection:
        here = clips.here(connection)
        labels = {f"{name}-{number}" for name, number in reviewing.label_names(connection)}
        assert not list(clips.in_state(connection, State.DOOMED))
        states = {name: clips.find(connection, name) for name in facts.taken}
    check_files(home, here, labels)
    for name, (payload_sha256, token) in facts.taken.items():
        row = states[name]
        assert row is not None, name
        if name not in facts.ending:
            assert row.state is not State.GONE, name
        if row.state is not State.GONE:
            assert sha256(opened.chest.payload(name)).hexdigest() == payload_sha256
            assert name not in facts.withdrawn
        check_receipts(home, name, bytes.fromhex(token), gone=row.state is State.GONE)


def check_files(home: DeskHome, here: set[str], labels: set[str]) -> None:
    """There are the files of what the store has, and no others."""
    names = {f"{name}.sound" for name in here} | {f"{name}.words" for name in labels}
    keys = home.paths.keys / "vault"
    assert {path.name for path in home.paths.contents.iterdir()} == {f"{name}.sealed" for name in names}
    assert {path.name for path in (keys / "contents").iterdir()} == {f"{name}.key" for name in names}
    assert not list((keys / "erasures").iterdir())
    assert not home.files_with(SECRET.encode())


def check_receipts(home: DeskHome, name: str, token: bytes, *, gone: bool) -> None:
    """None is missing, all are signed, and the last of one that is gone says so."""
    opened = home.desk._desk
    public = opened.statement.statement.signing_key
    found = [verify_receipt(one.signed, public, name) for one in receipts_of(opened, name, token)]
    assert missing(found) == ()
    assert [one.action is ReceiptAction.DELETED for one in found[-1:]] == ([gone] if found else [])
    assert not gone or found
