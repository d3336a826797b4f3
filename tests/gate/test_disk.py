"""Nothing that was said touches the disk in clear: not in a file that stays, and not in one that is there for a moment.

Every file that Python opens for writing, renames or removes is looked into before that happens, and every file of the
configuration and of the temporary folder at every event of the run and at the end. What the machine swaps out of its
memory is outside of anybody's sight here.
"""

from collections.abc import Iterator
from datetime import timedelta
import os
from pathlib import Path
import sys
import tempfile
from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest

from custom_components.earshot.models import ContentKind
from custom_components.earshot.vault.flac import encode
from tests.gate.house import COMMAND, House
from tests.gate.test_sound import PCM, keep_sound

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
SPEECH_CACHE = "tts"
"""Home Assistant's folder of spoken answers, with the answer as text in their tags."""
SPACING = 997
"""Bytes between the places of which a window is looked for: a prime, so that they lie everywhere within a sample."""


def windows(content: bytes) -> Iterator[bytes]:
    """Yield pieces of sound that are long enough to be nothing else."""
    for begin in range(9_000, len(content) - 48, SPACING):
        yield content[begin : begin + 48]


class Watch:
    """Looks into files for what must not be in them."""

    def __init__(self, needles: list[bytes]) -> None:
        self.on = True
        self.needles = needles
        self.answers: list[bytes] = []
        self.looked: set[str] = set()
        self.found: list[str] = []

    def hook(self, event: str, args: tuple[Any, ...]) -> None:
        """Look into a file before Python changes it. Called for everything that Python does, in every thread."""
        if not self.on or event not in {"open", "os.remove", "os.rename", "os.truncate"}:
            return
        if event == "open" and not args[2] & WRITES:
            return
        for path in args[: 2 if event == "os.rename" else 1]:
            if isinstance(path, str | bytes | Path):
                self.look(os.fsdecode(path))

    def look(self, path: str) -> None:
        """Look into one file, if there is such a file."""
        try:
            with open(path, "rb") as file:  # noqa: PTH123 - Path.open would not be quicker, and this runs very often
                content = file.read()
        except OSError:
            return
        self.looked.add(path)
        # Home Assistant writes the answer into its own speech cache, and nobody can keep it from that. It is a trace.
        answers = [] if SPEECH_CACHE in Path(path).parts else self.answers
        needles = [*self.needles, *answers]
        self.found += [path for needle in needles if needle in content or needle in os.fsencode(path)]

    def look_everywhere(self, *folders: str) -> None:
        """Look into every file below some folders."""
        for folder in folders:
            for parent, _, names in os.walk(folder):
                for name in names:
                    self.look(os.path.join(parent, name))  # noqa: PTH118 - as above


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Watch]:
    """Watch the disk until the test is over. A hook stays for as long as the process, so it is switched off."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    marker = b"a marker that is written in clear"
    words = COMMAND.encode()
    watch = Watch([marker, words, words.hex().encode(), *windows(PCM), *windows(encode(PCM))])
    sys.addaudithook(watch.hook)
    (tmp_path / "there-for-a-moment").write_bytes(b"head" + marker)
    (tmp_path / "there-for-a-moment").unlink()
    assert watch.found, "the watch sees nothing"
    watch.found.clear()
    yield watch
    watch.on = False


@pytest.mark.promise(9)
async def test_nothing_that_was_said_touches_the_disk_in_clear(hass: HomeAssistant, house: House, watch: Watch) -> None:
    folders = (hass.config.config_dir, tempfile.gettempdir())
    await keep_sound(house)
    await house.speak_to(pcm=PCM, on_event=lambda _: watch.look_everywhere(*folders))
    utterance = await house.utterance()
    assert {content.kind for content in utterance.contents} == set(ContentKind)
    watch.answers.append(house.runtime.vault.read(utterance.utterance_id, ContentKind.RESPONSE))
    watch.look_everywhere(*folders)
    await house.runtime.settings.set_retention(None, ContentKind.WORDS, timedelta(minutes=1), "Ada")
    await house.runtime.timekeeper.look()
    await house.runtime.caretaker.exchange_household_key("Ada")
    await house.runtime.storage.erase(utterance.utterance_id, [ContentKind.RESPONSE], "Ada")
    await house.runtime.caretaker._care(dt_util.utcnow())
    await hass.config_entries.async_unload(house.entry.entry_id)
    watch.look_everywhere(*folders)
    assert watch.found == []
    seen = {Path(path).name.partition(".")[2] for path in watch.looked}
    assert {"sound.waiting", "sound.sealed", "words.key.new", "db", "db-wal", "response.erased"} <= seen
