from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
import subprocess
import sys

from hypothesis import given, strategies as st
import pytest

from voice_host.espeak import Espeak, library_path, speakable

HOST = Path(__file__).parents[2] / "custom_components" / "earshot" / "host"
ENGLISH = "gmw/en-US"
HELLO = "həlˈoʊ"  # noqa: RUF001 - the stress mark of the IPA


@pytest.fixture
def espeak() -> Espeak:
    return Espeak.shared()


def seconds(espeak: Espeak, pcm: bytes) -> float:
    return len(pcm) / 2 / espeak.rate


def test_the_data_offers_a_hundred_languages(espeak: Espeak) -> None:
    tags = {tag for voice in espeak.voices for tag, _ in voice.languages}
    assert len(tags) > 100
    assert {"en-us", "en-gb", "de", "cmn", "pt-br"} <= tags
    assert espeak.version.startswith("1.")


def test_speech_is_sound_of_a_likely_length(espeak: Espeak) -> None:
    pcm = espeak.speak("Turn on the kitchen light.", voice=ENGLISH)
    assert espeak.rate == 22_050
    assert 0.8 < seconds(espeak, pcm) < 2
    assert max(pcm) > 0


def test_words_per_minute_make_it_faster_within_the_library_s_limits(espeak: Espeak) -> None:
    def length(rate: int) -> float:
        return seconds(espeak, espeak.speak("Turn on the kitchen light.", voice=ENGLISH, words_per_minute=rate))

    assert length(350) < 0.7 * length(175)
    assert length(1) == pytest.approx(length(80), rel=0.01)
    assert length(9000) == pytest.approx(length(450), rel=0.01)


def test_speech_that_goes_on_too_long_is_cut_and_the_next_is_whole(espeak: Espeak) -> None:
    assert seconds(espeak, espeak.speak("hello " * 500, voice=ENGLISH, max_seconds=2)) == 2
    assert 0.3 < seconds(espeak, espeak.speak("hello", voice=ENGLISH)) < 1


@pytest.mark.parametrize("voice", ["", "no/such", "en\0us", "x" * 10_000])
def test_an_unknown_voice_is_refused_and_the_next_call_works(espeak: Espeak, voice: str) -> None:
    with pytest.raises(LookupError):
        espeak.speak("hello", voice=voice)
    with pytest.raises(LookupError):
        espeak.phonemes("hello", voice=voice)
    assert espeak.speak("hello", voice=ENGLISH)


def test_phonemes_come_as_ipa_or_as_ascii_names_with_a_separator(espeak: Espeak) -> None:
    assert espeak.phonemes("hello", voice=ENGLISH) == HELLO
    assert espeak.phonemes("hello world", voice=ENGLISH, ipa=False, separator="_") == "h_@_l_'oU w_'3:_l_d"
    with pytest.raises(ValueError, match="one character"):
        espeak.phonemes("hello", voice=ENGLISH, separator="--")


def test_all_clauses_are_pronounced(espeak: Espeak) -> None:
    phonemes = espeak.phonemes("Hello, world. Now!\0 Then", voice=ENGLISH)
    assert [word[0] for word in phonemes.split()] == ["h", "w", "n", "ð"]


@given(st.text(max_size=300))
def test_any_text_is_spoken_and_pronounced(text: str) -> None:
    espeak = Espeak.shared()
    assert len(espeak.speak(text, voice=ENGLISH, max_seconds=5)) % 2 == 0
    assert isinstance(espeak.phonemes(text, voice=ENGLISH), str)


@given(st.text())
def test_what_is_speakable_can_be_encoded_and_holds_no_command(text: str) -> None:
    encoded = speakable(text).encode()
    assert not any(byte < 0x20 for byte in encoded)
    assert len(speakable(text)) == len(text)


def test_threads_with_different_voices_do_not_mix(espeak: Espeak) -> None:
    voices = [ENGLISH, "gmw/de", "roa/fr"] * 10
    alone = {voice: espeak.phonemes("Radio garage", voice=voice) for voice in voices}
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda voice: espeak.phonemes("Radio garage", voice=voice), voices))
    assert len(set(alone.values())) == 3
    assert together == [alone[voice] for voice in voices]


def test_a_caller_that_leaves_its_turn_by_an_error_lets_the_next_in(espeak: Espeak) -> None:
    with pytest.raises(RuntimeError), espeak.exclusive():
        raise RuntimeError
    assert espeak.speak("hello", voice=ENGLISH)


def test_a_library_that_is_not_there_is_a_lookup_error(tmp_path: Path) -> None:
    with pytest.raises(LookupError):
        Espeak(tmp_path / "missing.so", tmp_path)


def test_a_library_of_another_kind_is_a_lookup_error(tmp_path: Path) -> None:
    import _ctypes  # noqa: PLC0415 - a shared library that is always there

    with pytest.raises(LookupError):
        Espeak(Path(_ctypes.__file__), tmp_path)


def test_missing_data_is_a_lookup_error_and_not_the_end_of_the_process(tmp_path: Path) -> None:
    code = f"""
from pathlib import Path
from voice_host.espeak import Espeak, library_path
try:
    Espeak(library_path() / "espeakbridge.so", Path({str(tmp_path)!r}))
except LookupError as error:
    print("refused:", error)
"""
    assert "refused: espeak-ng does not start" in run(code)


def run(code: str) -> str:
    """Run code in a process of its own, where nobody has initialised the library yet."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(HOST)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout


OURS = 'print(round(len(espeak.speak("hello", voice="gmw/de")) / 1000), espeak.phonemes("hello", voice="gmw/de"))'
PIPERS = """
with espeak.exclusive():
    print("".join(sum((phonemizer := EspeakPhonemizer()).phonemize("en-us", "hello"), [])))
"""


@pytest.mark.parametrize("order", [(OURS, PIPERS, OURS), (PIPERS, OURS, PIPERS)], ids=["ours first", "piper first"])
def test_piper_s_phonemizer_and_this_share_the_library_whoever_comes_first(order: tuple[str, ...]) -> None:
    opened = "from piper.phonemize_espeak import EspeakPhonemizer\nfrom voice_host.espeak import Espeak\n"
    first = opened + (
        "espeak = Espeak.shared()\n" if order[0] is OURS else "EspeakPhonemizer()\nespeak = Espeak.shared()\n"
    )
    lines = run(first + "\n".join(order)).splitlines()
    assert lines[0] == lines[2]
    assert lines[0] != lines[1]
    assert {line for line in lines if line[0].isdigit()} == {lines[0] if order[0] is OURS else lines[1]}
    assert HELLO in lines


def test_the_library_is_found_without_importing_piper() -> None:
    code = "import sys; from voice_host.espeak import Espeak; Espeak.shared(); print('piper' in sys.modules)"
    assert run(code).strip() == "False"
    assert (library_path() / "espeak-ng-data").is_dir()
