"""Several hosts as one: who serves whom, and what happens when one goes."""

import asyncio
from collections import Counter
from typing import Any, override

from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.errors import HostError, HostIdentityError, HostStartError, HostUnavailableError
from custom_components.earshot.host.voice_host.contract import HomeGrammar
from custom_components.earshot.host_link.answers import VoiceInfo
from custom_components.earshot.host_link.pool import HostPool
from custom_components.earshot.models import Stage
from tests.gate.house import FakeHost
from tests.host_link.sounds import silence, stream

GRAMMAR = HomeGrammar(language="en", jsgf="", revision="1")
SATELLITES = [f"satellite {number}" for number in range(300)]


class Member(FakeHost):
    def __init__(self, title: str | None) -> None:
        super().__init__(None, None, None)  # type: ignore[arg-type]  # it asks for none of them
        self.title: Any = title
        self.begins_with: HostError | None = None
        self.in_background = False
        self.lesson: HostError | None = None
        self.deaf = False

    @override
    async def begin(self) -> None:
        if self.begins_with is not None:
            self.available = False
            raise self.begins_with
        await super().begin()

    def begin_in_background(self) -> None:
        self.in_background = True

    @override
    async def set_home(self, grammar: Any) -> Any:
        if self.lesson is not None:
            raise self.lesson
        return await super().set_home(grammar)

    @override
    def languages(self, stage: Stage) -> tuple[str, ...]:
        return () if self.deaf else (f"x-{self.title}",)

    @override
    def voices(self, language: str) -> tuple[VoiceInfo, ...]:
        own = VoiceInfo(name=str(self.title), description="", languages=("en",), speakers=())
        return (*super().voices(language), own)


@pytest.fixture
def members() -> tuple[Member, ...]:
    return Member(None), Member("attic"), Member("cellar")


@pytest.fixture
def pool(members: tuple[Member, ...]) -> HostPool:
    return HostPool(members)


def served_by(pool: HostPool) -> dict[str, Any]:
    return {key: pool.nearest(key, Stage.SPEECH_TO_TEXT) for key in SATELLITES}


def test_each_host_has_a_fair_share_and_every_satellite_always_the_same(pool: HostPool) -> None:
    served = served_by(pool)
    shares = Counter(member.title for member in served.values())
    assert len(shares) == 3
    assert all(60 <= share <= 140 for share in shares.values()), shares
    assert served == served_by(HostPool(tuple(reversed(pool.members))))


def test_a_host_that_goes_gives_up_its_own_satellites_only_and_has_them_back(
    pool: HostPool, members: tuple[Member, ...]
) -> None:
    before = served_by(pool)
    members[1].turn(available=False)
    without = served_by(pool)
    assert members[1] not in without.values()
    assert all(without[key] is member for key, member in before.items() if member is not members[1])
    assert len({without[key] for key, member in before.items() if member is members[1]}) == 2, "both help"
    members[1].turn(available=True)
    assert served_by(pool) == before


def test_one_that_cannot_do_a_stage_is_asked_only_where_nobody_can(pool: HostPool, members: tuple[Member, ...]) -> None:
    members[0].deaf = True
    assert members[0] not in served_by(pool).values()
    for member in members[1:]:
        member.turn(available=False)
    assert set(served_by(pool).values()) == {members[0]}


def test_those_that_failed_are_passed_over_until_nobody_is_left(pool: HostPool, members: tuple[Member, ...]) -> None:
    failed: frozenset[Any] = frozenset()
    for _ in members:
        failed |= {pool.nearest("kitchen", Stage.SPEECH_TO_TEXT, failed)}
    assert failed == frozenset(members)
    assert pool.nearest("kitchen", Stage.SPEECH_TO_TEXT, failed) in failed


def test_it_is_there_while_one_is(pool: HostPool, members: tuple[Member, ...]) -> None:
    told: list[bool] = []
    forget = pool.add_listener(lambda: told.append(pool.available))
    for member in members:
        member.failures = 3
        member.turn(available=False)
    members[2].failures = 0
    members[2].turn(available=True)
    assert told == [True, True, False, True]
    assert (pool.failures, pool.title) == (0, "cellar")
    forget()
    assert not any(member.listeners for member in members)


async def test_who_waits_goes_on_when_the_first_one_comes(pool: HostPool, members: tuple[Member, ...]) -> None:
    for member in members:
        member.turn(available=False)
    waiting = asyncio.create_task(pool.wait_until_available(30))
    await asyncio.sleep(0)
    members[1].turn(available=True)
    assert await waiting
    assert not any(member.listeners for member in members)


async def test_who_waits_in_vain_is_told(pool: HostPool, members: tuple[Member, ...]) -> None:
    for member in members:
        member.waits = False
        member.turn(available=False)
    assert not await pool.wait_until_available(0)


async def test_it_begins_with_those_that_can_and_goes_on_trying_the_others(
    pool: HostPool, members: tuple[Member, ...]
) -> None:
    members[1].begins_with = HostUnavailableError("away")
    await pool.begin()
    assert [member.running for member in members] == [True, False, True]
    assert [member.in_background for member in members] == [False, True, False]


async def test_when_none_begins_all_are_stopped_and_the_first_ones_reason_is_told(
    pool: HostPool, members: tuple[Member, ...]
) -> None:
    for member, failure in zip(members, (HostStartError("x"), HostIdentityError("y"), HostError("z")), strict=True):
        member.begins_with = failure
    with pytest.raises(HostStartError):
        await pool.begin()
    assert all(member.stopped.is_set() for member in members)
    assert not any(member.in_background for member in members)


async def test_all_are_taught_and_one_that_cannot_learn_holds_up_nobody(
    pool: HostPool, members: tuple[Member, ...], caplog: pytest.LogCaptureFixture
) -> None:
    members[0].lesson = HostError("grammar")
    built = await pool.set_home(GRAMMAR)
    assert built.revision == "1"
    assert [member.grammar_built is not None for member in members] == [False, True, True]
    assert "did not take the home's sentences" in caplog.text
    for member in members:
        member.lesson = HostUnavailableError("away")
    with pytest.raises(HostUnavailableError):
        await pool.set_home(GRAMMAR)


async def test_a_request_goes_to_the_satellites_own(pool: HostPool, members: tuple[Member, ...]) -> None:
    own: Any = pool.nearest("kitchen", Stage.SPEECH_TO_TEXT)
    await pool.transcribe(stream(silence(1)), language="en", satellite="kitchen")
    assert [member.satellites for member in members if member is own] == [["kitchen"]]
    assert not any(member.satellites for member in members if member is not own)


def test_it_can_what_one_of_them_can(pool: HostPool) -> None:
    assert pool.languages(Stage.SPEECH_TO_TEXT) == ("x-None", "x-attic", "x-cellar")
    assert [word.name for word in pool.wake_words()] == ["hey_jarvis"]
    assert [voice.name for voice in pool.voices("en")] == ["fallback", "None", "attic", "cellar"]


async def test_all_are_stopped(hass: HomeAssistant, pool: HostPool, members: tuple[Member, ...]) -> None:
    await pool.begin()
    await pool.stop()
    assert not any(member.running for member in members)
