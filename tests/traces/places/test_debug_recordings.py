"""What Assist records while it is told to: real WAV files of a real run."""

import os
from pathlib import Path

from homeassistant.components.assist_pipeline.const import CONF_DEBUG_RECORDING_DIR, DATA_CONFIG
from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.traces.traces import Traces
from tests.gate.house import House
from tests.traces.parrot import LONG_OVER, forget, found, purge, said

PLACE = "debug_recordings"


@pytest.fixture
def folder(hass: HomeAssistant, house: House, tmp_path: Path) -> Path:
    """Let Assist record, in a folder in which something of somebody else's lies."""
    hass.data[DATA_CONFIG] = {CONF_DEBUG_RECORDING_DIR: str(tmp_path)}
    tmp_path.joinpath("birds.wav").touch()
    tmp_path.joinpath("kept").mkdir()
    tmp_path.joinpath("kept", "01_stt-of-somebody.wav").touch()
    return tmp_path


def recordings(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*.wav") if path.name != "birds.wav" and path.parent.name != "kept"]


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*.wav")}


async def test_recordings_are_found_and_gone_and_what_is_somebody_elses_stays(
    house: House, traces: Traces, folder: Path
) -> None:
    await house.say()
    await house.over()
    (recording,) = recordings(folder)
    there = await found(traces, PLACE)
    assert (there.count, there.size) == (1, recording.stat().st_size)
    assert there.size
    assert there.since is not None
    assert (await purge(traces, PLACE)).count == 1
    assert not recordings(folder)
    assert not recording.parent.exists()
    assert names(folder) == {"birds.wav", "01_stt-of-somebody.wav"}


async def test_an_utterance_takes_the_recordings_of_its_time(house: House, traces: Traces, folder: Path) -> None:
    await house.say()
    await house.over()
    (recording,) = recordings(folder)
    assert (await forget(traces, PLACE, LONG_OVER)).count == 0
    written = recording.stat().st_mtime
    os.utime(recording, (written - 60, written - 60))
    assert (await forget(traces, PLACE, await said(house))).count == 0
    os.utime(recording, (written, written))
    assert (await forget(traces, PLACE, await said(house))).count == 1
    assert not recordings(folder)


async def test_where_assist_records_nothing_there_is_nothing(house: House, traces: Traces) -> None:
    await house.say()
    assert (await found(traces, PLACE)).count == 0
    assert (await purge(traces, PLACE)).left == 0
