import ctypes.util
from pathlib import Path
import struct

import numpy as np
from pocketsphinx import Decoder, get_model_path  # type: ignore[import-untyped]  # the package carries no types
import pytest

from benchmarks.commands.sameness import canonical
from tests.voice_host.engines.stt.conftest import say_alone
from voice_host.engines.interface import SpeechEngine
from voice_host.engines.stt.acoustics import CEPSTRA, FrontEnd, open_front_end, read_acoustics, streams
from voice_host.engines.stt.adaptation import VoiceMap
from voice_host.engines.stt.closed import ClosedGrammarEngine
from voice_host.engines.stt.decoders import WARM_MEAN
from voice_host.engines.stt.hearing import Ear, Sounding, find

MODEL = Path(get_model_path("en-us/en-us"))
COMMAND = "open the shutters in the kitchen"


@pytest.fixture
def decoder(closed: SpeechEngine) -> Decoder:
    assert isinstance(closed, ClosedGrammarEngine)
    assert closed._home
    return closed._home.decoders.take(wait=True)


def test_the_model_has_gaussians_for_every_phoneme_of_the_dictionary() -> None:
    acoustics = read_acoustics(MODEL)
    assert acoustics.means.shape == acoustics.variances.shape == (3, len(acoustics.phonemes), 128, CEPSTRA)
    assert {"AA", "ER", "ZH", "SIL"} <= set(acoustics.phonemes)
    assert (acoustics.variances > 0).all()


def test_a_model_with_other_streams_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mdef").write_bytes((MODEL / "mdef").read_bytes())
    content = (MODEL / "means").read_bytes()
    at = content.index(b"endhdr\n") + len(b"endhdr\n") + 4 + 3 * 4
    for name in ("means", "variances"):
        (tmp_path / name).write_bytes(content[:at] + struct.pack("<i", 39) + content[at + 4 :])
    with pytest.raises(ValueError, match="other streams"):
        read_acoustics(tmp_path)


def test_changes_are_taken_over_five_frames_and_the_edges_stand_still() -> None:
    ramp = np.arange(10, dtype=np.float64)[:, None] * np.ones(CEPSTRA)
    same, change, change_of_change = streams(ramp)
    assert same[:, 0].tolist() == list(range(10))
    assert change[:, 0].tolist() == [2, 3, 4, 4, 4, 4, 4, 4, 3, 2]
    assert change_of_change[3:7, 0].tolist() == [0] * 4


def test_cepstra_are_heard_as_the_sound_that_they_are_of(decoder: Decoder) -> None:
    front_end = open_front_end()
    assert front_end
    pcm = say_alone(COMMAND)
    sounding = Sounding(pcm, front_end.cepstra(pcm), WARM_MEAN)
    found = []
    for ear in (Ear(), Ear(map=VoiceMap(np.eye(CEPSTRA), np.zeros(CEPSTRA)))):
        with sounding.heard(decoder, ear):
            found.append(find(decoder, ear))
    plain, mapped = found
    assert plain
    assert mapped
    assert canonical(" ".join(mapped.words)) == canonical(" ".join(plain.words))
    assert mapped.fit.begin == pytest.approx(plain.fit.begin, abs=1)
    assert mapped.fit.end == pytest.approx(plain.fit.end, abs=1)
    assert mapped.fit.whole == pytest.approx(plain.fit.whole, abs=0.2)


def test_no_sound_has_no_cepstra() -> None:
    assert FrontEnd().cepstra(b"\0\0").shape == (0, CEPSTRA)


def test_a_library_without_a_front_end_is_no_reason_not_to_hear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pocketsphinx._pocketsphinx.__file__", ctypes.util.find_library("c") or "libc.so.6")
    with pytest.raises(LookupError, match="front end"):
        FrontEnd()
