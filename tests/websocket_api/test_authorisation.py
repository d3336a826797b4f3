"""Who is answered what: one table of every command and every address, each asked by everybody there is.

The user has said something in their own browser (`#own`). Two satellites have heard something: one that an
administrator had shared with the household (`#shared`), and one that nobody shared (`#apart`).
"""

from dataclasses import dataclass
from http import HTTPStatus
import json
from typing import Any, Final

from homeassistant.core import HomeAssistant
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.earshot.models import ContentKind
from custom_components.earshot.people.access import ALLOWED
from custom_components.earshot.people.roles import Role
from custom_components.earshot.websocket_api.answering import contract_of
from tests.donating.stand_in import CONSENT, DONATION_ID, OFFER, STATEMENT, Donations, put_in
from tests.gate.house import House, add_satellite
from tests.people.household import GROUP_ID_ADMIN, GROUP_ID_READ_ONLY, Person, add_person, make_reviewers

CALLERS: Final = ("no_login", "read_only", "user", "other_user", "weak_reviewer", "reviewer", "admin")
"""The two reviewers are no administrators; the weak one has no second factor."""

ok, no, theirs, over, login = "ok", "unauthorized", "not_yours", "ticket_unknown", "auth_invalid"
factor, absent = "second_factor_missing", "desk_absent"
"""What a command is answered with: a result, or the code of an error. Without a login there is no answer at all."""

# fmt: off
TABLE: Final[dict[str, tuple[object, ...]]] = {
    #                                       no_login read_only user  other_user weak reviewer admin
    # Who one is oneself.
    "earshot/me":                           (login, ok,     ok,     ok,     factor, ok,     ok),
    # The facts of the house.
    "earshot/today/get":                    (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/today/subscribe":              (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/now/subscribe":                (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/utterances/list":              (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/utterances/count":             (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/utterances/labels":            (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/utterances/subscribe":         (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/utterances/get#own":           (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/utterances/get#apart":         (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/totals/get":                   (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/satellites/list":              (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/settings/get":                 (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/settings/subscribe":           (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/host/report":                  (login, ok,     ok,     ok,     no,     no,     ok),
    # Where words still lie, in numbers: whoever speaks in this house may know.
    "earshot/traces/list":                  (login, ok,     ok,     ok,     no,     no,     ok),
    # A receipt is the entries as they were hashed, and names whose session it was. See `Sight.hides`.
    "earshot/utterances/receipt#own":       (login, theirs, ok,     theirs, no,     no,     ok),
    "earshot/utterances/receipt#apart":     (login, ok,     ok,     ok,     no,     no,     ok),
    # The more people hold a checkpoint, the less one of them can rewrite: a guest is as good a witness as anybody, and
    # a signature says what is and changes nothing. That somebody compared is an entry with their name.
    "earshot/ledger/status":                (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/ledger/status#sign":           (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/ledger/events":                (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/ledger/verify":                (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/checkpoint/get":               (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/checkpoint/prove":             (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/checkpoint/compare":           (login, no,     ok,     ok,     no,     no,     ok),
    # What was said.
    "earshot/utterances/get#words_own":     (login, theirs, ok,     theirs, no,     no,     ok),
    "earshot/utterances/get#words_shared":  (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/utterances/get#words_apart":   (login, theirs, theirs, theirs, no,     no,     ok),
    "earshot/utterances/sound_path#own":    (login, theirs, ok,     theirs, no,     no,     ok),
    "earshot/utterances/sound_path#shared": (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/utterances/sound_path#apart":  (login, theirs, theirs, theirs, no,     no,     ok),
    "GET /api/earshot/sound/#own":          (403,   403,    200,    403,    403,    403,    200),
    "GET /api/earshot/sound/#shared":       (403,   200,    200,    200,    403,    403,    200),
    "GET /api/earshot/sound/#apart":        (403,   403,    403,    403,    403,    403,    200),
    # They open what everybody said.
    "earshot/utterances/search":            (login, no,     no,     no,     no,     no,     ok),
    "earshot/export/prepare":               (login, no,     no,     no,     no,     no,     ok),
    "GET /api/earshot/export/":             (401,   403,    403,    403,    403,    403,    200),
    # What the house does.
    "earshot/settings/set_retention":       (login, no,     no,     no,     no,     no,     ok),
    "earshot/settings/set_rule":            (login, no,     no,     no,     no,     no,     ok),
    "earshot/settings/share":               (login, no,     no,     no,     no,     no,     ok),
    "earshot/settings/guests":              (login, no,     no,     no,     no,     no,     ok),
    "earshot/settings/off_the_record":      (login, no,     no,     no,     no,     no,     ok),
    "earshot/settings/on_the_record":       (login, no,     no,     no,     no,     no,     ok),
    "earshot/ledger/rebuild":               (login, no,     no,     no,     no,     no,     ok),
    "earshot/traces/purge":                 (login, no,     no,     no,     no,     no,     ok),
    # What is one's own may be erased; what is shared is everybody's.
    "earshot/utterances/erase#own":         (login, no,     ok,     theirs, no,     no,     ok),
    "earshot/utterances/erase#shared":      (login, no,     theirs, theirs, no,     no,     ok),
    "earshot/utterances/erase#apart":       (login, no,     theirs, theirs, no,     no,     ok),
    "earshot/utterances/erase#everything":  (login, no,     theirs, theirs, no,     no,     ok),
    "earshot/utterances/not_meant#own":     (login, no,     ok,     theirs, no,     no,     ok),
    "earshot/utterances/not_meant#shared":  (login, no,     theirs, theirs, no,     no,     ok),
    "earshot/utterances/not_meant#apart":   (login, no,     theirs, theirs, no,     no,     ok),
    # Whoever has a ticket was let to ask for what it stands for.
    "earshot/utterances/keep":              (login, no,     over,   over,   no,     no,     over),
    # Who reviews what others donated. There is no desk here; who is let in is told so, and the others are not.
    # An administrator is no reviewer by that: see tests/people/test_rights.py for those who are listed.
    "earshot/review/progress":              (login, no,     no,     no,     factor, absent, no),
    "earshot/review/subscribe":             (login, no,     no,     no,     factor, ok,     no),
    "earshot/review/next":                  (login, no,     no,     no,     factor, absent, no),
    "earshot/review/sound_path":            (login, no,     no,     no,     factor, absent, no),
    "earshot/review/label":                 (login, no,     no,     no,     factor, absent, no),
    "earshot/review/skip":                  (login, no,     no,     no,     factor, absent, no),
    # Who runs the desk. What opens clips is for those with a second factor, whom the administrator here is not of.
    "earshot/desk/get":                     (login, no,     no,     no,     no,     no,     absent),
    "earshot/desk/statistics":              (login, no,     no,     no,     no,     no,     absent),
    "earshot/desk/open_alarm":              (login, no,     no,     no,     no,     no,     factor),
    "earshot/desk/decide":                  (login, no,     no,     no,     no,     no,     absent),
    "earshot/desk/export":                  (login, no,     no,     no,     no,     no,     factor),
    # That clips are given, and to whom, everybody who lives here may know; and keep one, and end it all.
    "earshot/donation/get":                 (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/donation/subscribe":           (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/offers/list":                  (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/given/list":                   (login, ok,     ok,     ok,     no,     no,     ok),
    "earshot/donation/off":                 (login, no,     ok,     ok,     no,     no,     ok),
    "earshot/offers/never":                 (login, no,     ok,     ok,     no,     no,     ok),
    # What would leave, and what somebody wrote of it, is as readable as the utterance is.
    "earshot/offers/get":                   (login, theirs, ok,     theirs, no,     no,     ok),
    "earshot/offers/sound_path":            (login, theirs, ok,     theirs, no,     no,     ok),
    "earshot/given/get":                    (login, theirs, ok,     theirs, no,     no,     ok),
    "GET /api/earshot/offer_sound/":        (403,   404,    200,    404,    404,    404,    200),
    # To consent, to let something go, and to take it back.
    "earshot/donation/desk":                (login, no,     no,     no,     no,     no,     ok),
    "earshot/donation/consent":             (login, no,     no,     no,     no,     no,     ok),
    "earshot/donation/choices":             (login, no,     no,     no,     no,     no,     ok),
    "earshot/donation/consent_receipt":     (login, no,     no,     no,     no,     no,     ok),
    "earshot/offers/adjust":                (login, no,     no,     no,     no,     no,     ok),
    "earshot/offers/send":                  (login, no,     no,     no,     no,     no,     ok),
    "earshot/offers/make":                  (login, no,     no,     no,     no,     no,     ok),
    "earshot/given/withdraw":               (login, no,     ok,     theirs, no,     no,     ok),
    "earshot/given/withdraw#everything":    (login, no,     theirs, theirs, no,     no,     ok),
    "earshot/given/fetch":                  (login, no,     no,     no,     no,     no,     ok),
    # The facts are the house's.
    "earshot/utterances/redact#own":        (login, no,     no,     no,     no,     no,     ok),
}
# fmt: on

OWN, SHARED, APART = "OWN", "SHARED", "APART"
"""Stand for the utterances in what is asked."""

ARGUMENTS: Final[dict[str, dict[str, Any]]] = {
    "earshot/totals/get": {"first": "2026-11-01", "last": "2026-11-30"},
    "earshot/ledger/status#sign": {"sign": True},
    "earshot/ledger/events": {"kinds": ["accessed", "gap"]},
    "earshot/checkpoint/prove": {"size": 0},
    "earshot/checkpoint/compare": {"checkpoint": "CHECKPOINT"},
    "earshot/utterances/get#own": {"utterance_id": OWN},
    "earshot/utterances/get#apart": {"utterance_id": APART},
    "earshot/utterances/get#words_own": {"utterance_id": OWN, "words": True},
    "earshot/utterances/get#words_shared": {"utterance_id": SHARED, "words": True},
    "earshot/utterances/get#words_apart": {"utterance_id": APART, "words": True},
    "earshot/utterances/receipt#own": {"utterance_id": OWN},
    "earshot/utterances/receipt#apart": {"utterance_id": APART},
    "earshot/utterances/sound_path#own": {"utterance_id": OWN},
    "earshot/utterances/sound_path#shared": {"utterance_id": SHARED},
    "earshot/utterances/sound_path#apart": {"utterance_id": APART},
    "earshot/utterances/search": {"needle": "light"},
    "earshot/settings/set_retention": {"content": "sound", "keep_for": 3600},
    "earshot/settings/set_rule": {"content": "words", "target": "internet", "rule": "ask"},
    "earshot/settings/share": {"shared": False},
    "earshot/settings/guests": {"satellite": "assist_satellite.kitchen", "guests_or_children": True},
    "earshot/utterances/erase#own": {"utterance_ids": [OWN]},
    "earshot/utterances/erase#shared": {"utterance_ids": [SHARED]},
    "earshot/utterances/erase#apart": {"utterance_ids": [APART]},
    "earshot/utterances/erase#everything": {"everything": True},
    "earshot/utterances/not_meant#own": {"utterance_id": OWN},
    "earshot/utterances/not_meant#shared": {"utterance_id": SHARED},
    "earshot/utterances/not_meant#apart": {"utterance_id": APART},
    "earshot/utterances/keep": {"ticket": "01"},
    "earshot/review/sound_path": {"ticket": "01"},
    "earshot/review/label": {"ticket": "01", "quality": "good"},
    "earshot/review/skip": {"ticket": "01"},
    "earshot/desk/open_alarm": {"number": 1},
    "earshot/desk/decide": {"number": 1, "decision": "delete"},
    "earshot/desk/export": {"name": "first", "layout": "common_voice"},
    "earshot/utterances/redact#own": {"utterance_ids": [OWN]},
    "earshot/offers/never": {"offer_id": OFFER.offer_id},
    "earshot/offers/get": {"offer_id": OFFER.offer_id},
    "earshot/offers/sound_path": {"offer_id": OFFER.offer_id, "which": "after"},
    "earshot/given/get": {"donation_id": DONATION_ID},
    "earshot/donation/desk": {"address": "https://desk.example"},
    "earshot/donation/consent": {
        "address": "https://desk.example",
        "statement_sha256": STATEMENT.sha256,
        "purposes": ["improve_wake_words"],
        "satellites": ["kitchen"],
        "until": "2027-02-26",
        "of_age": True,
        "others_know": True,
    },
    "earshot/donation/consent_receipt": {"consent_id": CONSENT.consent_id},
    "earshot/offers/adjust": {"offer_id": OFFER.offer_id, "strength": 70},
    "earshot/offers/send": {"offer_id": OFFER.offer_id, "sha256": OFFER.sha256},
    "earshot/offers/make": {"utterance_id": OWN, "purpose": "improve_wake_words"},
    "earshot/given/withdraw": {"donation_ids": [DONATION_ID], "confirm": True},
    "earshot/given/withdraw#everything": {"everything": True, "confirm": True},
}


@dataclass(frozen=True, slots=True)
class Scene:
    """A house in which something was said."""

    house: House
    people: dict[str, Person]
    names: dict[str, str]
    """What OWN, SHARED and APART stand for, and CHECKPOINT."""

    def arguments(self, row: str) -> dict[str, Any]:
        text = json.dumps(ARGUMENTS.get(row, {}))
        for name, value in self.names.items():
            text = text.replace(json.dumps(name), json.dumps(value))
        arguments: dict[str, Any] = json.loads(text)
        return arguments


@pytest.fixture
async def scene(hass: HomeAssistant, house: House) -> Scene:
    """Let the user and two satellites say something, of which everything is kept."""
    people = {
        "admin": await add_person(hass, "Chief", GROUP_ID_ADMIN),
        "read_only": await add_person(hass, "Guest", GROUP_ID_READ_ONLY),
        "user": await add_person(hass, "Anna"),
        "other_user": await add_person(hass, "Ben"),
        "weak_reviewer": await add_person(hass, "Weak"),
        "reviewer": await add_person(hass, "Strong"),
    }
    strong = people["reviewer"]
    await make_reviewers(hass, house, people["weak_reviewer"], strong, second_factor=(strong,))
    settings, kitchen, hall = house.runtime.settings, add_satellite(hass, "Kitchen"), add_satellite(hass, "Hall")
    await settings.set_retention(None, ContentKind.SOUND, settings.retention.house.words, "Chief")
    await settings.share(kitchen, True, "Chief")
    for how in ({"user_id": people["user"].user.id}, {"satellite_id": kitchen}, {"satellite_id": hall}):
        await house.say(**how)
        await house.over()
    apart, shared, own = await house.utterances()
    names = {OWN: own.utterance_id, SHARED: shared.utterance_id, APART: apart.utterance_id}
    put_in(hass, house.runtime, Donations(hass, house.runtime, own.utterance_id))
    return Scene(house, people, names | {"CHECKPOINT": house.runtime.ledger.checkpoint()})


def registered(hass: HomeAssistant) -> set[str]:
    known: dict[str, Any] = hass.data["websocket_api"]
    return {name for name in known if name.startswith("earshot/")}


def commands() -> list[str]:
    return [row for row in TABLE if not row.startswith("GET ")]


def views() -> list[str]:
    return [row for row in TABLE if row.startswith("GET ")]


def column(rows: list[str], caller: str) -> dict[str, object]:
    return {row: TABLE[row][CALLERS.index(caller)] for row in rows}


async def test_every_command_and_every_address_has_a_row(hass: HomeAssistant, house: House) -> None:
    assert {row.partition("#")[0] for row in commands()} == registered(hass)
    paths = {route.resource.canonical for route in hass.http.app.router.routes() if route.resource is not None}
    addresses = {path.partition("{")[0] for path in paths if path.startswith("/api/earshot")}
    assert {row.removeprefix("GET ").partition("#")[0] for row in views()} == addresses
    assert len(addresses) > 1
    assert all(len(cells) == len(CALLERS) for cells in TABLE.values())


async def test_the_table_and_the_commands_themselves_say_the_same(hass: HomeAssistant, house: House) -> None:
    roles = {"read_only": Role.READ_ONLY, "user": Role.MEMBER, "reviewer": Role.REVIEWER, "admin": Role.ADMIN}
    for row in commands():
        handler, _ = hass.data["websocket_api"][row.partition("#")[0]]
        allowed = ALLOWED[contract_of(handler).access]
        for caller, role in roles.items():
            assert (column([row], caller)[row] != no) is (role in allowed), (row, caller)


async def answer(client: Any, row: str, arguments: dict[str, Any]) -> str:
    """Ask, and return how it was answered, past the events of what was asked before."""
    await client.send_json_auto_id({"type": row.partition("#")[0], **arguments})
    while (message := await client.receive_json())["type"] != "result":
        pass
    return ok if message["success"] else str(message["error"]["code"])


async def test_no_command_is_answered_while_earshot_is_not_loaded(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    await hass.config_entries.async_unload(house.entry.entry_id)
    client = await hass_ws_client(hass)
    answers = {row: await answer(client, row, ARGUMENTS.get(row, {})) for row in commands()}
    # Who may not ask is told no more than otherwise.
    refused = {row: told for row, told in column(commands(), "admin").items() if told in {no, factor}}
    assert answers == {row: refused.get(row, "not_loaded") for row in commands()}


@pytest.mark.parametrize("caller", CALLERS[1:])
async def test_every_command_answers_as_the_table_says(
    hass: HomeAssistant, scene: Scene, hass_ws_client: WebSocketGenerator, caller: str
) -> None:
    client = await hass_ws_client(hass, scene.people[caller].token)
    answers = {row: await answer(client, row, scene.arguments(row)) for row in commands()}
    assert answers == column(commands(), caller)


# The heartbeat of the last of these connections, which Home Assistant closes.
@pytest.mark.parametrize("expected_lingering_timers", [True])
async def test_without_a_login_no_command_is_answered(
    hass: HomeAssistant, scene: Scene, hass_client_no_auth: ClientSessionGenerator
) -> None:
    session = await hass_client_no_auth()
    answers = {}
    for number, row in enumerate(commands(), 1):
        client = await session.ws_connect("/api/websocket")
        assert (await client.receive_json())["type"] == "auth_required"
        await client.send_json({"id": number, "type": row.partition("#")[0], **scene.arguments(row)})
        answers[row] = (await client.receive_json())["type"]
        await client.receive()  # Home Assistant closes it
    assert answers == column(commands(), "no_login")


async def fetch(hass: HomeAssistant, scene: Scene, session: Any, row: str, person: Person | None) -> int:
    """Fetch an address that was made for this person if it could be, and otherwise for an administrator."""
    runtime, admin = scene.house.runtime, scene.people["admin"]
    path, _, case = row.removeprefix("GET ").partition("#")
    if path.endswith("/export/"):
        first, end = await hass.async_add_executor_job(runtime.ledger.span, None, None)
        asks = admin if person is None else person
        path += runtime.exports.ask(first, end, frozenset(), asks.user, lambda *_: None).ticket
    elif path.endswith("/offer_sound/"):
        mine = person is not None and column([row], caller_of(scene, person))[row] == HTTPStatus.OK
        made_for = person if person is not None and mine else admin
        path += runtime.offer_sounds.address(OFFER.offer_id, "after", made_for.user)
    else:
        mine = person is not None and column([row], caller_of(scene, person))[row] == HTTPStatus.OK
        made_for = person if person is not None and mine else admin
        address = await runtime.listening.address(scene.names[case.upper()], made_for.user)
        path += f"{address.utterance_id}?ticket={address.ticket}"
    async with session.get(path) as response:
        return int(response.status)


def caller_of(scene: Scene, person: Person) -> str:
    return next(caller for caller, one in scene.people.items() if one is person)


@pytest.mark.parametrize("caller", CALLERS)
async def test_every_address_answers_as_the_table_says(
    hass: HomeAssistant,
    scene: Scene,
    hass_client: ClientSessionGenerator,
    hass_client_no_auth: ClientSessionGenerator,
    caller: str,
) -> None:
    person = scene.people.get(caller)
    session = await hass_client_no_auth() if person is None else await hass_client(person.token)
    answers = {row: await fetch(hass, scene, session, row, person) for row in views()}
    assert answers == column(views(), caller)
