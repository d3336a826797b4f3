"""What a host can do is remembered, so that the next start need not wait for it; what walls it in is not."""

import asyncio
from pathlib import Path
from typing import Any

from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.errors import HostUnavailableError
from custom_components.earshot.host.voice_host.contract import HomeGrammar
from custom_components.earshot.host_link import backoff
from custom_components.earshot.host_link.environment import STAMP, HostEnvironment
from custom_components.earshot.host_link.host import VoiceHost
from custom_components.earshot.host_link.process import HostProcess
from custom_components.earshot.host_link.remembered import STORE_KEY, RememberedHost
from custom_components.earshot.models import Stage
from tests.host_link.facts import left_in
from tests.host_link.sounds import silence, stream
from tests.host_link.test_host import until_available

GRAMMAR = HomeGrammar(language="en", jsgf="public <command> = open the pantry;", revision="1")


@pytest.fixture
async def known(fake: VoiceHost, models: Path) -> VoiceHost:
    """Return a host that is not running, and that has run before; the next one comes when `mode` lets it."""
    await fake.start()
    await fake.stop()
    fake.report = None
    mode_beside(models).write_text("late")
    return fake


def mode_beside(models: Path) -> Path:
    """Return where the stand-in's mode is, outside of the folder whose listing is remembered."""
    return models.parent / "mode"


async def test_a_host_that_is_known_is_not_waited_for_and_tells_what_it_can_do(known: VoiceHost, models: Path) -> None:
    known._info = type(known._info)()
    await known.begin()
    assert not known.available
    assert [word.name for word in known.wake_words()] == ["hey_jarvis"]
    assert known.languages(Stage.SPEECH_TO_TEXT) == ("en",)
    assert known.voices("en")
    with pytest.raises(HostUnavailableError):
        await known.transcribe(stream(silence(1)), language="en", satellite="kitchen")
    mode_beside(models).write_text("")
    await until_available(known)


async def test_whether_the_walls_stand_is_said_by_a_running_host_only(known: VoiceHost, models: Path) -> None:
    await known.begin()
    assert known.report is None
    mode_beside(models).write_text("")
    await until_available(known)
    assert known.report is not None
    assert known.report.enforced


async def test_another_model_in_the_folder_makes_the_next_start_wait(known: VoiceHost, models: Path) -> None:
    (models / "wake_word").mkdir()
    (models / "wake_word" / "hey_house.onnx").write_bytes(b"mine")
    start = asyncio.create_task(known.begin())
    await asyncio.sleep(0.1)
    assert not start.done()
    mode_beside(models).write_text("")
    await start
    assert known.available


async def test_the_fingerprint_follows_the_version_the_packages_and_the_models(
    hass: HomeAssistant, prepared_environment: HostEnvironment, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remembered = RememberedHost(hass, prepared_environment, models)
    prints = {remembered._fingerprint("1"), remembered._fingerprint("2")}
    model = models / "a.onnx"
    for content in (b"one", b"three"):
        model.write_bytes(content)
        prints.add(remembered._fingerprint("1"))
    monkeypatch.setattr(HostEnvironment, "stamp", lambda _: "other")
    assert remembered._fingerprint("1") is None, "the environment is incomplete"
    (prepared_environment.python.parent.parent / STAMP).write_text("other")
    prints.add(remembered._fingerprint("1"))
    assert len(prints) == 5
    assert None not in prints


async def test_what_is_remembered_holds_no_word_of_the_home_and_is_for_its_owner_only(
    fake: VoiceHost, hass_storage: dict[str, Any]
) -> None:
    await fake.start()
    await fake.set_home(GRAMMAR)
    await fake.stop()
    data = hass_storage[STORE_KEY]["data"]
    assert data.keys() == {"fingerprint", "info"}
    assert "hey_jarvis" in str(data)
    assert "pantry" not in str(data)
    assert "enforced" not in str(data)
    assert fake._remembered._store._private


@pytest.mark.parametrize("damage", [{"info": {"wake": 7}}, {"info": None}, {"fingerprint": None}])
async def test_a_damaged_memory_is_no_memory(
    hass: HomeAssistant,
    known: VoiceHost,
    prepared_environment: HostEnvironment,
    models: Path,
    damage: dict[str, object],
) -> None:
    remembered = RememberedHost(hass, prepared_environment, models)
    assert await remembered.recall() is not None
    said = await remembered._load()
    assert said is not None
    await remembered._store.async_save({**said, **damage})  # type: ignore[typeddict-item]  # it is damaged
    assert await RememberedHost(hass, prepared_environment, models).recall() is None


async def test_a_start_that_brings_nothing_new_writes_nothing(
    known: VoiceHost, models: Path, hass_storage: dict[str, Any]
) -> None:
    del hass_storage[STORE_KEY]
    mode_beside(models).write_text("")
    await known.start()
    assert STORE_KEY not in hass_storage


async def test_a_known_host_that_does_not_start_is_tried_again_like_one_that_crashed(
    known: VoiceHost, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backoff, "FIRST_SECONDS", 0.01)
    mode_beside(models).write_text("exit")
    failed = asyncio.Event()
    known.add_listener(lambda: failed.set() if known.failures >= 2 else None)
    await known.begin()
    await failed.wait()
    mode_beside(models).write_text("")
    await until_available(known)


async def test_a_start_in_the_background_that_is_stopped_leaves_nothing(
    known: VoiceHost, sockets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spawned = asyncio.Event()
    began = HostProcess._ask_until_answered

    def asking(process: HostProcess) -> object:
        spawned.set()
        return began(process)

    monkeypatch.setattr(HostProcess, "_ask_until_answered", asking)
    await known.begin()
    await spawned.wait()
    assert left_in(sockets)
    await known.stop()
    assert not left_in(sockets)
    assert known.pid is None
    assert not [task for task in asyncio.all_tasks() if "voice host" in task.get_name()]


async def test_sentences_that_come_during_a_lesson_are_taught_before_anybody_may_speak(known: VoiceHost) -> None:
    lessons: list[str] = []

    class Client:
        async def set_home(self, home: HomeGrammar) -> None:
            lessons.append(home.revision)
            if home.revision == "1":
                known._home = HomeGrammar(language="en", jsgf="", revision="2")

    known._home = GRAMMAR
    await known._teach(Client())  # type: ignore[arg-type]  # as much of a client as is asked
    assert lessons == ["1", "2"]
