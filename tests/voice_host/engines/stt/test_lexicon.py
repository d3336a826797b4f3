from collections.abc import Callable
from pathlib import Path

from hypothesis import given, strategies as st
import pytest

from voice_host.engines.stt.decoders import dictionary_path
from voice_host.engines.stt.lexicon import Lexicon, pronounce
from voice_host.engines.stt.phonemes import ARPABET, to_arpabet
from voice_host.espeak import Espeak

MODEL_PHONEMES = {
    *(
        "AA",
        "AE",
        "AH",
        "AO",
        "AW",
        "AY",
        "B",
        "CH",
        "D",
        "DH",
        "EH",
        "ER",
        "EY",
        "F",
        "G",
        "HH",
        "IH",
        "IY",
        "JH",
        "K",
    ),
    *("L", "M", "N", "NG", "OW", "OY", "P", "R", "S", "SH", "T", "TH", "UH", "UW", "V", "W", "Y", "Z", "ZH"),
}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a dictionary of a few words."""
    file = tmp_path / "small.dict"
    file.write_text("light L AY T\nread R EH D\nread(2) R IY D\ncafe K AE F EY\nair EH R\nbath B AE TH\n")
    return file


def guess(word: str) -> str:
    return {"sonos": "s\u02c8o\u028an\u0251\u02d0s", "2": "t\u02c8u\u02d0"}.get(word, "")


@pytest.mark.parametrize(
    ("word", "sounds"),
    [
        ("light", ("L AY T",)),
        ("read", ("R EH D", "R IY D")),
        ("caf\u00e9", ("K AE F EY",)),
        ("air-bath", ("EH R B AE TH",)),
        ("sonos", ("S OW N AA S",)),
        ("2", ("T UW",)),
        ("_28_light_29_", ("L AY T",)),
        ("_1f4a1__20_light", ("L AY T",)),
    ],
)
def test_a_word_is_looked_up_as_it_sounds(small: Path, word: str, sounds: tuple[str, ...]) -> None:
    assert pronounce({word}, small, guess).sounds == {word: sounds}


def test_what_was_guessed_and_what_cannot_be_heard_is_told(small: Path) -> None:
    lexicon = pronounce({"light", "sonos", "2", "\u53a8\u623f", "xyz"}, small, guess)
    assert lexicon.guessed == ("sonos",)
    assert lexicon.unheard == ("xyz", "\u53a8\u623f")
    assert set(lexicon.sounds) == {"light", "sonos", "2"}


def test_a_word_without_end_is_not_heard(small: Path) -> None:
    assert pronounce({"long"}, small, lambda _: "b" * 1000).unheard == ("long",)


def test_every_phoneme_of_the_table_is_one_of_the_model() -> None:
    assert {phoneme for sounds in ARPABET.values() for phoneme in sounds.split()} <= MODEL_PHONEMES


def espeak_guess() -> Callable[[str], str]:
    espeak = Espeak.shared()
    return lambda word: espeak.phonemes(word, voice="en-us")


@pytest.mark.parametrize(
    ("word", "sound"),
    [
        ("roomba", "R UW M B AH"),
        ("zigbee", "Z IH G B IY"),
        ("church", "CH ER CH"),
        ("thing", "TH IH NG"),
        ("measure", "M EH ZH ER"),
        ("fire", "F AY ER"),
        ("tour", "T UH R"),
    ],
)
def test_espeak_s_phonemes_become_those_of_the_model(word: str, sound: str) -> None:
    assert to_arpabet(espeak_guess()(word)) == sound


@given(st.text(alphabet=st.characters(min_codepoint=97, max_codepoint=591, categories=["Ll"]), min_size=1, max_size=20))
def test_a_guess_has_only_phonemes_of_the_model(word: str) -> None:
    lexicon: Lexicon = pronounce({word}, Path("/dev/null"), espeak_guess())
    assert {phoneme for ways in lexicon.sounds.values() for way in ways for phoneme in way.split()} <= MODEL_PHONEMES


def test_the_dictionary_that_pocketsphinx_carries_is_read() -> None:
    assert pronounce({"kitchen"}, dictionary_path(), guess).sounds == {"kitchen": ("K IH CH AH N",)}


def test_an_ending_that_is_lost_before_a_consonant_is_known_without_it() -> None:
    sounds = pronounce({"desk", "guest", "kitchen", "task"}, dictionary_path(), str).sounds
    assert sounds["desk"] == ("D EH S K", "D EH S")
    assert "G EH S" in sounds["guest"]
    assert all(way.endswith("N") for way in sounds["kitchen"])
