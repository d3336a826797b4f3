"""Words in log files, written by Home Assistant's own loggers in its own format."""

from collections.abc import Iterator
from datetime import timedelta
import logging
from pathlib import Path

from homeassistant.components.conversation.agent_manager import _LOGGER as AGENT_LOGGER
from homeassistant.const import FORMAT_DATETIME, KEY_DATA_LOGGING
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest

from custom_components.earshot.traces.place import ELSEWHERE, STORAGE, Said
from custom_components.earshot.traces.traces import Traces
from tests.gate.house import House
from tests.traces.parrot import LONG_OVER, MARKER, QUESTION, files_with_it, forget, found, purge, size_of, text_of

PLACE = "log_files"
FORMAT = "%(asctime)s.%(msecs)03d %(levelname)s (%(threadName)s) [%(name)s] %(message)s"
"""As in Home Assistant's bootstrap.py, async_enable_logging."""


@pytest.fixture
def log(hass: HomeAssistant, tmp_path: Path) -> Iterator[Path]:
    """Let the agents log to a file at DEBUG, as Home Assistant's handler writes it."""
    path = tmp_path / "home-assistant.log"
    handler = logging.FileHandler(path)
    handler.setFormatter(logging.Formatter(FORMAT, datefmt=FORMAT_DATETIME))
    level = AGENT_LOGGER.level
    AGENT_LOGGER.addHandler(handler)
    AGENT_LOGGER.setLevel(logging.DEBUG)
    hass.data[KEY_DATA_LOGGING] = str(path)
    yield path
    AGENT_LOGGER.removeHandler(handler)
    AGENT_LOGGER.setLevel(level)
    handler.close()


async def speak(hass: HomeAssistant) -> Said:
    """Say it to an agent, and return when that was."""
    since = dt_util.utcnow()
    await hass.services.async_call("conversation", "process", {"text": QUESTION}, blocking=True)
    return Said(utterance_id="1", since=since, until=dt_util.utcnow())


def rotate(log: Path) -> None:
    """Begin a new file, as Home Assistant does at its start."""
    log.rename(log.with_name("home-assistant.log.1"))
    log.touch()


@pytest.mark.usefixtures("house")
async def test_words_in_the_log_are_found_and_blanked_where_they_stand(
    hass: HomeAssistant, traces: Traces, log: Path
) -> None:
    await speak(hass)
    AGENT_LOGGER.warning("The kitchen is warm")
    size = size_of(log)
    assert await files_with_it(hass, log.parent) == ["home-assistant.log"]
    there = await found(traces, PLACE)
    assert there.count
    assert there.size
    assert there.since is not None
    assert (await purge(traces, PLACE)).count == there.count
    assert await files_with_it(hass, log.parent) == []
    assert size_of(log) == size
    assert "The kitchen is warm" in text_of(log)
    assert "[homeassistant.components.conversation.agent_manager] ***" in text_of(log)
    assert (await found(traces, PLACE)).count == 0
    # The logger goes on writing behind it.
    await speak(hass)
    assert (await found(traces, PLACE)).count == there.count


@pytest.mark.usefixtures("house")
async def test_an_utterance_takes_what_was_written_in_its_time(hass: HomeAssistant, traces: Traces, log: Path) -> None:
    said = await speak(hass)
    later = Said(utterance_id="2", since=said.until + timedelta(seconds=30), until=said.until + timedelta(seconds=40))
    assert (await forget(traces, PLACE, later, LONG_OVER)).count == 0
    assert (await forget(traces, PLACE, said)).count
    assert await files_with_it(hass, log.parent) == []


@pytest.mark.usefixtures("house")
async def test_the_log_of_the_run_before_is_looked_at_too(hass: HomeAssistant, traces: Traces, log: Path) -> None:
    await speak(hass)
    rotate(log)
    assert (await found(traces, PLACE)).count
    await purge(traces, PLACE)
    assert await files_with_it(hass, log.parent) == []


@pytest.mark.usefixtures("house", "log")
async def test_a_log_that_cannot_be_written_is_said_to_be_left(
    hass: HomeAssistant, traces: Traces, monkeypatch: pytest.MonkeyPatch
) -> None:
    await speak(hass)

    def refuse(_path: Path, mode: str = "r") -> None:
        raise PermissionError(mode)

    monkeypatch.setattr(Path, "open", refuse)
    purged = await purge(traces, PLACE)
    assert (purged.left, purged.why_not) == (None, STORAGE)


async def test_where_the_system_keeps_the_log_nobody_says_that_there_is_nothing(house: House, traces: Traces) -> None:
    assert MARKER not in repr(house)
    there = await found(traces, PLACE)
    assert (there.count, there.purgeable, there.why_not) == (None, False, ELSEWHERE)
    assert (await purge(traces, PLACE)).why_not == ELSEWHERE
