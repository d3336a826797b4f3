"""What every command answers is of its declared type, and so is the sample that the panel is tested with.

The samples are real answers. After a change that is meant, write anew those that are not right any more, and look at
them:

    EARSHOT_WRITE_SAMPLES=1 .venv/bin/python -m pytest tests/websocket_api/test_contract.py
"""

from collections.abc import Awaitable, Callable, Iterator
import contextlib
from dataclasses import dataclass, field
import os
from pathlib import Path
import sqlite3
from types import MappingProxyType
from typing import Any
from unittest.mock import patch

from aiohttp.test_utils import TestClient
from homeassistant.auth.mfa_modules import auth_mfa_module_from_config
from homeassistant.auth.models import User
from homeassistant.config_entries import HANDLERS, ConfigSubentry
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.earshot.const import SUBENTRY_DESK, TITLE
from custom_components.earshot.donation.label import Label
from custom_components.earshot.host.voice_host.contract import GrammarBuilt
from custom_components.earshot.ledger.jsonable import to_json
from custom_components.earshot.models import Outcome
from scripts.types_for_panel.commands import Command, all_commands
from tests.donating.stand_in import CONSENT, DONATION_ID, OFFER, Donations, put_in
from tests.gate.house import House, refused
from tests.review_desk.house import give
from tests.review_desk.parts import CONFIGURED, SECRET
from tests.satellites.devices import Device, Devices, wake_words
from tests.websocket_api.decoding import MisfitError, decode
from tests.websocket_api.samples import read, steady, types_by_path, write
from tests.websocket_api.test_authorisation import registered

COMMANDS = {command.name: command for command in all_commands()}
ENTERED = {record.kind for command in COMMANDS.values() for record in command.enters}
"""What commands enter. Others are entered at any time: an hour of streaming is over, somebody is heard."""
LAST = ("failed", "forgotten", "found", "ready", "rebuilt", "verdict")
"""Types of events behind which no other comes."""
LOOKS = (
    "me",
    "settings/get",
    "satellites/list",
    "host/report",
    "traces/list",
    "utterances/list",
    "utterances/count",
    "utterances/labels",
    "today/get",
)
"""Commands that take nothing and change nothing."""
FOLLOWED = ("settings/subscribe", "today/subscribe", "now/subscribe", "donation/subscribe")
"""Commands that send how it is now as their first event."""
PIN = {"pin": "1234"}
KITCHEN = Device(
    "Kitchen",
    integration="wyoming",
    data={"host": "192.168.1.5", "port": 10700},
    words=wake_words("nabu", active=("nabu",)),
)


@dataclass
class Visit:
    """Somebody asks everything once, and keeps what they are told."""

    house: House
    connect: Callable[[], Awaitable[Any]]
    answers: dict[str, Any] = field(default_factory=dict)
    events: dict[str, list[Any]] = field(default_factory=dict)
    entered: dict[str, set[str]] = field(default_factory=dict)
    clients: dict[str, Any] = field(default_factory=dict)
    """By command: each has a connection of its own, so that nobody's events come between."""

    async def ask(self, command: str, *, to_the_end: bool = False, **arguments: Any) -> Any:
        """Ask, and if it is work, wait for its end."""
        name = f"earshot/{command}"
        if name not in self.clients:
            self.clients[name] = await self.connect()
        client = self.clients[name]
        await self.house.over()
        before = self.house.runtime.ledger.size()
        await client.send_json_auto_id({"type": name, **arguments})
        answer = await client.receive_json()
        assert answer["success"], (name, answer)
        self.answers[name] = answer["result"]
        while to_the_end and (await self.listen(command))["type"] not in LAST:
            pass
        self.entered.setdefault(name, set()).update(self.kinds_from(before))
        return answer["result"]

    async def listen(self, command: str) -> Any:
        """Wait for an event."""
        name = f"earshot/{command}"
        message = await self.clients[name].receive_json()
        assert message["type"] == "event", (name, message)
        self.events.setdefault(name, []).append(message["event"])
        return message["event"]

    def kinds_from(self, first: int) -> set[str]:
        """Return the kinds of the entries that there are since."""
        with contextlib.closing(sqlite3.connect(self.house.runtime.paths.ledger)) as database:
            found = database.execute('SELECT kind FROM entry WHERE "index" >= ?', (first,))
            return {kind for (kind,) in found if kind is not None}


@pytest.fixture
def devices(hass: HomeAssistant, house: House) -> Iterator[Devices]:
    with patch.dict(HANDLERS):
        yield Devices(hass)


async def look_around(visit: Visit) -> None:
    """Ask for what changes nothing."""
    for command in LOOKS:
        await visit.ask(command)
    today = dt_util.now().date().isoformat()
    await visit.ask("totals/get", first=today, last=today)


async def set_things(visit: Visit, satellite: str) -> None:
    """Change settings, and back."""
    for content in ("sound", "words", "response"):
        await visit.ask("settings/set_retention", content=content, keep_for=86_400)
    await visit.ask("settings/set_rule", content="words", target="conversation.butler", rule="ask", satellite=satellite)
    await visit.ask("settings/share", satellite=satellite, shared=True)
    await visit.ask("settings/guests", satellite=satellite, guests_or_children=True)
    await visit.ask("settings/off_the_record", satellite=satellite, until="2999-01-01T12:00:00+00:00")
    await visit.ask("settings/on_the_record", satellite=satellite)


async def look_at_one(visit: Visit, utterance_id: str) -> None:
    """Ask all that there is about one utterance."""
    await visit.ask("utterances/receipt", utterance_id=utterance_id)
    await visit.ask("utterances/get", utterance_id=utterance_id, words=True)
    await visit.ask("utterances/search", needle="kitchen", to_the_end=True)


async def prove(visit: Visit) -> None:
    """Ask for proofs."""
    shown = await visit.ask("checkpoint/get")
    await visit.ask("checkpoint/compare", checkpoint=shown["checkpoint"])
    await visit.ask("checkpoint/prove", size=1)
    await visit.ask("ledger/status", sign=True)
    await visit.ask("ledger/events", kinds=["accessed", "gap"])
    await visit.ask("ledger/verify", to_the_end=True)
    await visit.ask("ledger/rebuild", to_the_end=True)


async def donate(hass: HomeAssistant, visit: Visit, utterance_id: str, browser: TestClient[Any, Any]) -> None:
    """Consent, offer, send and take back. A stand-in is the donor's side: there is no desk here."""
    put_in(hass, visit.house.runtime, Donations(hass, visit.house.runtime, utterance_id))
    offer: dict[str, Any] = {"offer_id": OFFER.offer_id}
    shown = await visit.ask("donation/desk", address="https://desk.example")
    await visit.ask(
        "donation/consent",
        address=shown["address"],
        statement_sha256=shown["sha256"],
        purposes=shown["purposes"],
        satellites=["kitchen"],
        until="2027-02-26",
        of_age=True,
        others_know=True,
    )
    await visit.ask("donation/choices", mode="ask")
    await visit.ask("donation/consent_receipt", consent_id=CONSENT.consent_id)
    await visit.ask("offers/make", utterance_id=utterance_id, purpose="improve_wake_words")
    for command in ("donation/get", "offers/list", "given/list", "given/fetch"):
        await visit.ask(command)
    await visit.ask("offers/get", **offer)
    await visit.ask("offers/adjust", **offer, hide=[0])
    before = visit.house.runtime.ledger.size()
    told = await visit.ask("offers/sound_path", **offer, which="after")
    assert (await browser.get(told["path"])).ok
    visit.entered["earshot/offers/sound_path"] |= visit.kinds_from(before)
    await visit.ask("offers/send", **offer, sha256=OFFER.sha256)
    await visit.ask("offers/never", **offer)
    await visit.ask("given/get", donation_id=DONATION_ID)
    await visit.ask("given/withdraw", everything=True, confirm=True)


async def forget(visit: Visit, *utterance_ids: str) -> None:
    """Take away what there is, each in another way."""
    erased, redacted = utterance_ids
    await visit.ask("traces/purge", place="speech_files")
    await visit.ask("utterances/erase", utterance_ids=[erased], after=60)
    await visit.ask("utterances/keep", ticket=(await visit.listen("utterances/erase"))["ticket"])
    await visit.listen("utterances/erase")
    await visit.ask("utterances/erase", utterance_ids=[erased], to_the_end=True)
    await visit.ask("utterances/redact", utterance_ids=[redacted], to_the_end=True)
    while (await visit.listen("utterances/subscribe"))["type"] != "gone":
        pass


def problems_of(command: Command, visit: Visit) -> Iterator[str]:
    """Yield what is wrong with what a command sent."""
    if command.name not in visit.answers:
        yield "nobody asked it here"
        return
    if (command.event is not None) is not (command.name in visit.events):
        yield "it sends events, or none, against its word"
    kinds = {record.kind for record in command.enters}
    if visit.entered[command.name] & ENTERED != kinds:
        yield f"it says that it enters {kinds}, and enters {visit.entered[command.name]}"
    sent = (visit.answers[command.name], visit.events.get(command.name, []))
    for (path, kind), value in zip(types_by_path(command).items(), sent, strict=False):
        yield from problems_with(path, kind, value)


def problems_with(path: Path, annotation: Any, value: Any) -> Iterator[str]:
    """Yield how a value and its sample are not of the type, or not alike."""
    problems = [*_compared(path, annotation, value)]
    if problems and os.environ.get("EARSHOT_WRITE_SAMPLES"):
        # Only then: a sample that is right is not written anew because it is another day.
        write(path, steady(value))
        problems = [*_compared(path, annotation, value)]
    yield from problems


def _compared(path: Path, annotation: Any, value: Any) -> Iterator[str]:
    if not path.exists():
        yield f"it has no sample: {path.name}"
        return
    # Every key must be one of the type, and every key of the type must be there: so they are of one shape.
    for one in (read(path), value):
        try:
            assert to_json(decode(annotation, one)) == one
        except MisfitError as err:
            yield f"{path.name}: {err}"


async def listen_to(visit: Visit, utterance_id: str, browser: TestClient[Any, Any]) -> None:
    """Fetch a sound: that is when it is entered."""
    before = visit.house.runtime.ledger.size()
    told = await visit.ask("utterances/sound_path", utterance_id=utterance_id)
    assert (await browser.get(told["path"])).ok
    visit.entered["earshot/utterances/sound_path"] |= visit.kinds_from(before)


async def export(visit: Visit, browser: TestClient[Any, Any]) -> None:
    """Fetch an export, with contents: that is when they are entered."""
    before = visit.house.runtime.ledger.size()
    await visit.ask("export/prepare", contents=["words"])
    ready = await visit.listen("export/prepare")
    assert (await browser.get(ready["path"])).ok
    await visit.listen("export/prepare")
    visit.entered["earshot/export/prepare"] |= visit.kinds_from(before)


@pytest.fixture
async def desk(hass: HomeAssistant, house: House, hass_admin_user: User) -> None:
    """Let the home be a review desk, too, at which whoever asks listens."""
    reviewer = hass_admin_user
    module = await auth_mfa_module_from_config(
        hass, {"type": "insecure_example", "data": [PIN | {"user_id": reviewer.id}]}
    )
    hass.auth._mfa_modules[module.id] = module
    data = MappingProxyType(CONFIGURED | {"reviewers": [reviewer.id]})
    subentry = ConfigSubentry(data=data, subentry_type=SUBENTRY_DESK, title=CONFIGURED["name"], unique_id=None)
    hass.config_entries.async_add_subentry(house.entry, subentry)
    await hass.async_block_till_done()


async def review(visit: Visit, other: User, browser: TestClient[Any, Any]) -> None:
    """Listen to clips, say of each something else, and see what those who run the desk see of it."""
    desk = visit.house.runtime.desk
    assert desk is not None
    for _ in range(3):
        given = give(desk.signed_statement())
        assert (await desk.accept(given.body, given.secrets.donation_id)).taken
    await visit.ask("review/progress")
    await visit.ask("review/subscribe")
    await visit.listen("review/subscribe")
    held = await visit.ask("review/next")
    before = visit.house.runtime.ledger.size()
    told = await visit.ask("review/sound_path", ticket=held["clip"]["ticket"])
    assert (await browser.get(told["path"])).ok
    visit.entered["earshot/review/sound_path"] |= visit.kinds_from(before)
    await visit.ask("review/label", ticket=held["clip"]["ticket"], quality="unusable", danger=True)
    skipped = await visit.ask("review/next")
    await visit.ask("review/skip", ticket=skipped["clip"]["ticket"])
    agreed = await visit.ask("review/next")
    await visit.ask("review/label", ticket=agreed["clip"]["ticket"], quality="good", words=SECRET)
    while (shown := await desk.next_clip(other)) is not None:
        await desk.label(shown.ticket, Label(words=SECRET, quality="good"), other)
    await visit.ask("desk/get")
    await visit.ask("desk/open_alarm", number=1)
    await visit.ask("desk/export", name="first", layout="common_voice", to_the_end=True)
    await visit.ask("desk/get")
    await visit.ask("desk/decide", number=1, decision="delete")
    await visit.ask("desk/statistics")


@pytest.mark.usefixtures("desk")
async def test_every_command_answers_as_its_type_and_its_sample_say(
    hass: HomeAssistant,
    house: House,
    devices: Devices,
    hass_ws_client: WebSocketGenerator,
    hass_client_no_auth: ClientSessionGenerator,
) -> None:
    visit = Visit(house, lambda: hass_ws_client(hass))
    kitchen = await devices.add(KITCHEN, area="Kitchen")
    await kitchen.choose(hass, TITLE)
    # As when it has learnt the home's sentences, which happens at some time.
    house.host.grammar_built = GrammarBuilt(revision="1", words=120, unheard=("qz",))
    await set_things(visit, kitchen.entity_id)
    await visit.ask("utterances/subscribe")
    for _ in range(3):
        await house.say(satellite_id=kitchen.entity_id)
        await visit.listen("utterances/subscribe")
    house.host.hears = refused("silence")
    await house.say()
    newest, *others = [view.utterance_id for view in await house.utterances() if view.outcome is Outcome.ANSWERED]
    await look_around(visit)
    await look_at_one(visit, newest)
    await listen_to(visit, newest, await hass_client_no_auth())
    await prove(visit)
    await donate(hass, visit, newest, await hass_client_no_auth())
    await forget(visit, *others)
    await export(visit, await hass_client_no_auth())
    await visit.ask("utterances/not_meant", utterance_id=newest)
    await review(visit, await hass.auth.async_create_user("Ria"), await hass_client_no_auth())
    for command in FOLLOWED:
        await visit.ask(command)
        await visit.listen(command)
    # Last: it is sent while it is on.
    await visit.ask("donation/off")
    problems = {name: found for name, command in COMMANDS.items() if (found := [*problems_of(command, visit)])}
    assert not problems


async def test_every_command_that_is_registered_is_declared(hass: HomeAssistant, house: House) -> None:
    assert registered(hass) == set(COMMANDS)
