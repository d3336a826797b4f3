from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.grammar.numbers import number_words, numbers_words
from custom_components.earshot.grammar.words import escape, name_words, unescape
from voice_host.engines.stt import lexicon


@given(st.text())
def test_escaping_can_be_undone_here_and_in_the_voice_host(text: str) -> None:
    assert unescape(escape(text)) == text
    assert lexicon.unescape(escape(text)) == text


@given(st.text(min_size=1))
def test_an_escaped_word_has_nothing_that_jsgf_reserves(text: str) -> None:
    assert not set(escape(text)) & set('<>()[]{}|*+/\\;="&#% \t\n')


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Kitchen Light", ("kitchen", "light")),
        ("  Kitchen,  light! ", ("kitchen", "light")),
        ("Light (left)", ("light", "_28_left_29_")),
        ("\N{ELECTRIC LIGHT BULB} Lamp", ("_1f4a1__20_lamp",)),
        ("Lamp \N{ELECTRIC LIGHT BULB}", ("lamp_20__1f4a1_",)),
        ("Salt & pepper", ("salt", "_26_", "pepper")),
        ("\N{ELECTRIC LIGHT BULB}", ()),
        ("", ()),
        ("...", ()),
        ("one two three four five six seven eight nine ten eleven twelve thirteen", ()),
    ],
)
def test_a_name_becomes_words(name: str, words: tuple[str, ...]) -> None:
    assert name_words(name) == words


def test_numbers_are_written_as_words() -> None:
    assert number_words(21, "en") == ("twenty", "one")
    assert numbers_words([5, 100], "en") == {("five",), ("one", "hundred")}
