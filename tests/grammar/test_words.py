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


def test_numbers_are_written_as_words_with_their_digits() -> None:
    assert number_words(21, "en") == ("twenty", "one")
    assert numbers_words([5, 100], "en") == {("_n5_five",), ("_n1_one", "_n00_hundred")}


@given(st.integers(0, 20_000))
def test_the_digits_of_a_numbers_words_are_the_number(number: int) -> None:
    (words,) = numbers_words([number], "en")
    assert lexicon.written(words) == str(number)
    assert tuple(map(lexicon.spoken, words)) == number_words(number, "en")


@given(st.lists(st.text(min_size=1, alphabet=st.characters(blacklist_characters=" ")), min_size=1))
def test_the_words_of_a_name_are_never_taken_for_a_number(words: list[str]) -> None:
    escaped = [escape(word) for word in words]
    assert lexicon.written(escaped) == " ".join(words)
    assert [lexicon.spoken(word) for word in escaped] == words


def test_numbers_are_written_as_digits_and_names_as_they_are() -> None:
    assert lexicon.written(["channel", "two", "to", "_n2_twenty", "_n2_two", "percent"]) == "channel two to 22 percent"
    assert lexicon.written(["_n5_five", "minutes", "_n10_ten"]) == "5 minutes 10"
