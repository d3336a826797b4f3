"""Everything that Earshot can be asked to do, each done once in a real home."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from scripts.home.browser import Browser
from scripts.home.errors import RefusedError

from ..house import House

UNREACHABLE: Final = "https://10.99.0.77"
"""No machine has this address; a packet to it shows on the wire all the same."""

PAGES: Final = ("today", "ledger", "satellites", "sharing", "leftovers", "proof")
NOBODYS: Final = "0" * 32
DAY: Final = "2026-11-28"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was said to the home before it is asked anything."""

    utterance_id: str
    satellite: str
    checkpoint: str


type Arguments = Callable[[Said], Mapping[str, Any]]

COMMANDS: Final[Mapping[str, Arguments]] = {
    "checkpoint/compare": lambda said: {"checkpoint": said.checkpoint},
    "checkpoint/get": lambda _: {},
    "checkpoint/prove": lambda _: {"size": 1},
    "export/prepare": lambda _: {"contents": ["words"]},
    "host/report": lambda _: {},
    "ledger/events": lambda _: {"kinds": ["accessed", "contacted"]},
    "ledger/rebuild": lambda _: {},
    "ledger/status": lambda _: {"sign": True},
    "ledger/verify": lambda _: {},
    "me": lambda _: {},
    "now/subscribe": lambda _: {},
    "satellites/list": lambda _: {},
    "settings/get": lambda _: {},
    "settings/off_the_record": lambda said: {"satellite": said.satellite},
    "settings/on_the_record": lambda said: {"satellite": said.satellite},
    "settings/set_retention": lambda said: {"satellite": said.satellite, "content": "sound", "keep_for": 3600},
    "settings/set_rule": lambda _: {"content": "words", "target": "internet", "rule": "local_only"},
    "settings/share": lambda said: {"satellite": said.satellite, "shared": True},
    "settings/subscribe": lambda _: {},
    "today/get": lambda _: {},
    "today/subscribe": lambda _: {},
    "totals/get": lambda _: {"first": DAY, "last": DAY},
    "traces/list": lambda _: {},
    "traces/purge": lambda _: {},
    "utterances/count": lambda _: {},
    "utterances/get": lambda said: {"utterance_id": said.utterance_id, "words": True},
    "utterances/keep": lambda _: {"ticket": NOBODYS},
    "utterances/labels": lambda _: {},
    "utterances/list": lambda _: {},
    "utterances/receipt": lambda said: {"utterance_id": said.utterance_id},
    "utterances/search": lambda _: {"needle": "kitchen"},
    "utterances/sound_path": lambda said: {"utterance_id": said.utterance_id},
    "utterances/subscribe": lambda _: {},
    "settings/guests": lambda said: {"satellite": said.satellite, "guests_or_children": False},
    "donation/get": lambda _: {},
    "donation/subscribe": lambda _: {},
    "donation/choices": lambda _: {"mode": "after_wait", "wait": 3600, "sampling": 100, "daily_cap": 100},
    "donation/consent_receipt": lambda _: {"consent_id": NOBODYS},
    "offers/list": lambda _: {},
    "offers/make": lambda said: {"utterance_id": said.utterance_id, "purpose": "improve_speech_recognition"},
    "offers/get": lambda _: {"offer_id": NOBODYS},
    "offers/sound_path": lambda _: {"offer_id": NOBODYS, "which": "after"},
    "offers/adjust": lambda _: {"offer_id": NOBODYS, "strength": 50},
    "offers/send": lambda _: {"offer_id": NOBODYS, "sha256": "0" * 64},
    "offers/never": lambda _: {"offer_id": NOBODYS},
    "given/list": lambda _: {},
    "given/get": lambda _: {"donation_id": NOBODYS},
    "given/fetch": lambda _: {},
    "given/withdraw": lambda _: {"everything": True, "confirm": True},
    "donation/off": lambda _: {},
    "desk/get": lambda _: {},
    "desk/statistics": lambda _: {},
    "desk/open_alarm": lambda _: {"number": 1},
    "desk/decide": lambda _: {"number": 1, "decision": "release"},
    "desk/export": lambda _: {"name": "first", "layout": "common_voice"},
    "review/progress": lambda _: {},
    "review/subscribe": lambda _: {},
    "review/next": lambda _: {},
    "review/sound_path": lambda _: {"ticket": NOBODYS},
    "review/label": lambda _: {"ticket": NOBODYS, "quality": "good"},
    "review/skip": lambda _: {"ticket": NOBODYS},
    "utterances/erase": lambda said: {"utterance_ids": [said.utterance_id]},
    "utterances/not_meant": lambda said: {"utterance_id": said.utterance_id},
    "utterances/redact": lambda said: {"utterance_ids": [said.utterance_id]},
}
"""Every command with what it is asked; the last ones take away what the others are asked about."""

CONTACTS: Final[Mapping[str, Mapping[str, Any]]] = {
    "donation/desk": {"address": UNREACHABLE},
    "donation/consent": {
        "address": UNREACHABLE,
        "statement_sha256": "0" * 64,
        "purposes": ["improve_speech_recognition"],
        "satellites": ["assist_satellite.kitchen"],
        "until": str(datetime.now(UTC).date() + timedelta(days=60)),
        "of_age": True,
        "others_know": True,
    },
}
"""Commands with which an administrator has somebody elsewhere asked. They are what must show on the wire."""

ACTIONS: Final[Mapping[str, Arguments]] = {
    "list_models": lambda _: {},
    "query": lambda said: {"satellite": said.satellite, "limit": 10},
    "summary": lambda _: {"period": "week"},
    "digest": lambda _: {"period": "week"},
    "who_heard": lambda said: {"utterance_id": said.utterance_id},
    "verify": lambda _: {},
    "export": lambda _: {"folder": "/tmp"},  # noqa: S108 - no home allows it, and it is asked for all the same
    "off_the_record": lambda _: {"duration": {"minutes": 1}},
    "on_the_record": lambda _: {},
    "set_retention": lambda _: {"content": "sound", "keep_for": {"hours": 1}},
    "set_rule": lambda _: {"rule": "allow", "place": ["this_machine"], "content": ["words"]},
    "rotate_household_key": lambda _: {},
    "purge_traces": lambda _: {},
    "forget_last": lambda said: {"satellite": said.satellite},
    "donation_off": lambda _: {},
    "withdraw": lambda _: {"everything": True, "confirm": True},
    "not_meant": lambda said: {"utterance_id": [said.utterance_id]},
    "erase": lambda _: {"everything": True},
    "redact": lambda _: {"everything": True, "confirm": True},
}
"""Every action with its data."""

ANSWERING: Final = frozenset({"list_models", "query", "summary", "digest", "who_heard", "verify"})
"""Actions that are asked for an answer."""

FETCHES: Final = frozenset({"download_model"})
"""Actions with which a person has something fetched. Each says so, and is entered as contact."""


def do_all(house: House) -> dict[str, str]:
    """Do everything once; return what came of each, "done" or the code of what refused it."""
    said = _speak(house)
    done = {f"page {name}": "done" for name in _look(house)}
    done |= {f"command {name}": _ask(house, name, asked(said)) for name, asked in COMMANDS.items()}
    said = _speak(house)
    done |= {f"action {name}": _act(house, name, data(said)) for name, data in ACTIONS.items()}
    house.socket.ask("conversation/process", text="turn off the desk lamp")
    return done


def _speak(house: House) -> Said:
    """Say something that is understood, something that is not, and nothing at all."""
    satellite = house.home.satellite_entity("Kitchen")
    house.socket.ask("earshot/settings/set_retention", satellite=satellite, content="sound", keep_for=3600)
    house.say("the weather was better on the other side of the river")
    house.say("")
    said = house.say("turn on the kitchen light")
    assert said.checkpoint is not None
    return Said(utterance_id=said.view["utterance_id"], satellite=satellite, checkpoint=said.checkpoint)


def _look(house: House) -> list[str]:
    """Look at every page of the panel."""
    seen = []
    with Browser() as browser:
        visit = browser.visit(house.home.url, house.home.rest.token)
        for name in PAGES:
            visit.go(f"/earshot/{name}").locator(f"earshot-{name}-page").wait_for()
            seen.append(name)
        visit.page.context.close()
    return seen


def _ask(house: House, name: str, arguments: Mapping[str, Any]) -> str:
    try:
        with house.home.socket() as socket:
            socket.ask(f"earshot/{name}", **arguments)
    except RefusedError as error:
        return error.code
    return "done"


def _act(house: House, name: str, data: Mapping[str, Any]) -> str:
    try:
        wanted = {"domain": "earshot", "service": name, "service_data": data, "return_response": name in ANSWERING}
        house.socket.ask("call_service", **wanted)
    except RefusedError as error:
        return error.code
    return "done"
