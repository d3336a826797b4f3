"""Spoken answers on disk: real MP3 files with the words in their titles."""

import os
from pathlib import Path

from homeassistant.components.tts.const import DATA_TTS_MANAGER
from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.traces.place import STORAGE
from custom_components.earshot.traces.traces import Traces
from tests.gate.house import House
from tests.traces.parrot import (
    LONG_OVER,
    STRANGER,
    files_with_it,
    forget,
    found,
    purge,
    said,
    said_long_before_the_restart,
)

PLACE = "speech_files"


def folder(hass: HomeAssistant) -> Path:
    return Path(hass.data[DATA_TTS_MANAGER].cache_dir)


async def test_a_file_with_the_words_is_found_and_gone_when_it_is_cleared(
    hass: HomeAssistant, parrot: House, traces: Traces
) -> None:
    (name,) = await files_with_it(hass, folder(hass))
    there = await found(traces, PLACE)
    assert (there.count, there.size, there.until) == (1, (folder(hass) / name).stat().st_size, None)
    assert there.since is not None
    assert (await purge(traces, PLACE)).count == 1
    assert not list(folder(hass).iterdir())
    assert (await found(traces, PLACE)).count == 0
    # Nobody is sent to a file that is not there.
    await parrot.say()
    await parrot.over()
    assert await files_with_it(hass, folder(hass)) == []


async def test_an_utterance_takes_its_answer_with_it_and_no_other(
    hass: HomeAssistant, parrot: House, traces: Traces
) -> None:
    assert (await forget(traces, PLACE, STRANGER, LONG_OVER)).count == 0
    assert await files_with_it(hass, folder(hass))
    assert (await forget(traces, PLACE, await said(parrot))).count == 1
    assert not await files_with_it(hass, folder(hass))


async def test_an_utterance_that_only_the_ledger_knows_takes_what_was_written_in_its_time(
    hass: HomeAssistant, parrot: House, traces: Traces
) -> None:
    known = await said_long_before_the_restart(parrot)
    (name,) = await files_with_it(hass, folder(hass))
    written = (folder(hass) / name).stat().st_mtime
    os.utime(folder(hass) / name, (written - 60, written - 60))
    assert (await forget(traces, PLACE, known)).count == 0
    os.utime(folder(hass) / name, (written, written))
    assert (await forget(traces, PLACE, known)).count == 1
    assert not await files_with_it(hass, folder(hass))


async def test_a_file_that_cannot_be_removed_is_said_to_be_left(
    hass: HomeAssistant, parrot: House, traces: Traces, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError(missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        purged = await purge(traces, PLACE)
    assert (purged.count, purged.left, purged.why_not) == (0, 1, STORAGE)
    assert (await found(traces, PLACE)).count == 1
    assert (await purge(traces, PLACE)).count == 1
