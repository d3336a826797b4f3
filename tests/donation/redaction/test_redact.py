"""What could identify somebody is hidden, whatever it is written like."""

import re
import sys
from typing import Final
import unicodedata

from hypothesis import example, given, settings, strategies as st
import pytest

from custom_components.earshot.donation.redaction import LANGUAGES, HomeNames, Kind, redact
from custom_components.earshot.donation.redaction.folding import fold
from custom_components.earshot.donation.redaction.kinds import MARKER
from custom_components.earshot.donation.redaction.languages import CLAIMED

NOBODY: Final = HomeNames()
HOME: Final = HomeNames(
    people=("Anna Müller", "Will Carter", "Jan van der Berg", "Łukasz"),
    places=("Grandma's House", "Rosewood"),
    entities=("Anna's lamp", "Lamp", "TV", "Robo-Sauger"),
    areas=("Kitchen", "Wohn Zimmer"),
)
CLAIMED_LANGUAGES = st.sampled_from(sorted(LANGUAGES))
NAMES = st.text(st.sampled_from("abcdefghijklmnoprstuvzäöüéèñłøç"), min_size=3, max_size=12)
ODD_WORDS: Final = (
    *(
        "turn",
        "on",
        "the",
        "will",
        "luz",
        "rosa",
        "de",
        "la",
        "a",
        "n",
        "o",
        "e",
        "è",
        "may",
        "third",
        "of",
        "5",
        "22,",
    ),
    *(
        "[name]",
        "[number]",
        "[unknown]",
        "at",
        "dot",
        "com",
        "'X'",
        "Anna's",
        "anna",
        "müller",
        "lamp",
        "l'anna",
        "Brown",
    ),
    *(
        "green",
        "-",
        "%",
        ".",
        "é",
        "SS",
        "ß",
        "\u200b",
        "\ud800",
        "💡",
        "half",
        "past",
        "nine",
        "punto",
        "arroba",
        "ciento",
    ),
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(ODD_WORDS), max_size=14).map(" ".join))


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("turn on Anna's lamp", "turn on [entity]"),
        ("turn on ANNAS LAMP!", "turn on [entity]!"),
        ("is anna-müller at home?", "is [name] at home?"),
        ("call Mueller", "call [name]"),
        ("tell Müller's dog", "tell [name] dog"),
        ("is will in the kitchen", "is [name] in the [area]"),
        ("Jan is here", "[name] is here"),
        ("the key of lukasz", "the key of [name]"),
        ("drive to grandma's house", "drive to [place]"),
        ("turn off the robosauger", "turn off the [entity]"),
        ("light in the wohnzimmer", "light in the [area]"),
        ("light in the Wohn-Zimmer", "light in the [area]"),
        ("turn on the annalampe", "turn on the [name]"),
        ("turn the t v off", "turn the [entity] off"),
        ("lamps off", "[entity] off"),
    ],
)
def test_what_the_home_has_named_is_hidden_however_it_is_written(said: str, left: str) -> None:
    assert redact(said, "en-GB", HOME).words == left


@pytest.mark.parametrize(
    ("language", "said", "left"),
    [
        ("en", "wake me at half past seven", "wake me at [number]"),
        ("en", "set it to 21.5 degrees", "set it to [number] degrees"),
        ("en", "call 0161 496 0188", "call [phone]"),
        ("en", "call oh one six one four nine six", "call oh [phone]"),
        ("en", "on the 3rd of May", "on the [date]"),
        ("en", "mail me at tom dot baker at example dot com please", "mail me at [email] please"),
        ("en", "go to www.example.com now", "go to [email] now"),
        ("en", "write to l.harris@posteo.net.", "write to [email]."),
        ("en", "call gordon brown", "call [unknown]"),
        ("en", "the brown light in Oliver's hall", "the brown light in [unknown] hall"),
        ("en", "it is spelled j o h n", "it is spelled [unknown]"),
        ("en", "tell Joy that I'm here", "tell [unknown] that I'm here"),
        ("en", "is the TV on? Yes", "is the TV on? Yes"),
        ("en", "TURN ON THE LIGHT", "TURN ON THE LIGHT"),
        ("en", "will it rain, and is will here", "will it rain, and is [unknown] here"),
        ("en", "the bill, for Bill", "the bill, for [name]"),
        ("en", "light \u200bla\u200bmp 💡 💡on", "light [unknown]"),
        ("de", "stell einundzwanzig Grad ein", "stell [number] Grad ein"),
        ("de", "mach eine Lampe für eine Stunde an", "mach eine Lampe für [number] Stunde an"),
        ("fr", "allume la lampe d'Olivier, s'il te plaît", "allume la lampe [unknown], s'il te plaît"),
        ("es", "la luz de Luz al treinta por ciento", "la luz de [name] al [number] por ciento"),
        ("it", "sarà caldo da sara", "sarà caldo da [unknown]"),
        ("nl", "bel jan de jong", "bel [unknown]"),
        ("nl", "doe een lamp aan om kwart voor acht", "doe een lamp aan om [number]"),
        ("pl", "włącz lampę Ani", "włącz lampę [unknown]"),
        ("pt", "a reunião é a vinte e um de março", "a reunião é a [date]"),
    ],
)
def test_what_nobody_listed_is_hidden_too(language: str, said: str, left: str) -> None:
    assert redact(said, language, NOBODY).words == left


def test_words_that_somebody_points_at_are_hidden_in_addition() -> None:
    redacted = redact("turn the light on, Anna", "en", NOBODY, hide=(2, 4, 99, -1))
    assert redacted.words == "turn the [unknown] on, [unknown]"


def test_neighbours_hidden_for_one_reason_are_one_span_and_are_counted_once() -> None:
    redacted = redact("tell Priya Raman at seven", "en", NOBODY)
    assert redacted.words == "tell [unknown] at [number]"
    assert redacted.counts == {Kind.UNKNOWN: 1, Kind.NUMBER: 1}
    assert [(span.first_word, span.end_word) for span in redacted.spans] == [(1, 3), (4, 5)]


def test_in_a_language_that_is_not_claimed_everything_is_hidden() -> None:
    redacted = redact(" kveiktu á ljósinu\n", "is", NOBODY)
    assert redacted.words == " [unknown]\n"
    assert redacted.counts == {Kind.UNKNOWN: 1}
    (span,) = redacted.spans
    assert (span.begin, span.end, span.first_word, span.end_word) == (1, 18, 0, 3)


def test_no_words_have_nothing_to_hide() -> None:
    assert not redact("", "is", NOBODY).spans
    assert not redact(" \n", "en", NOBODY).spans


@settings(deadline=None)
@given(NAMES, st.sampled_from(["people", "places", "entities", "areas"]), CLAIMED_LANGUAGES, st.data())
def test_no_listed_name_survives(name: str, listed: str, language: str, data: st.DataObject) -> None:
    before, after = data.draw(st.sampled_from([("", ""), ("'", "'"), ("(", ")!"), ("", "'s"), ("", "s"), ("", ".")]))
    written = data.draw(
        st.sampled_from(
            [
                str.lower,
                str.upper,
                str.title,
                lambda text: unicodedata.normalize("NFD", text),
                " ".join,
                fold,
            ]
        )
    )(name)
    home = HomeNames(**{listed: (name,)})
    left = redact(f"the {before}{written}{after} 5", language, home).words
    assert fold(written) not in fold(MARKER.sub(" ", left).replace("the", ""))


@settings(deadline=None)
@given(NAMES, NAMES, CLAIMED_LANGUAGES)
def test_no_compound_with_a_listed_name_survives_unless_it_is_an_ordinary_word(
    name: str, more: str, language: str
) -> None:
    home = HomeNames(people=(name,))
    for compound in (name + more, more + name):
        left = redact(compound, language, home).words
        assert MARKER.fullmatch(left) or compound in CLAIMED[language].ordinary


@settings(deadline=None)
@given(st.lists(NAMES, min_size=2, max_size=4), CLAIMED_LANGUAGES)
def test_no_part_of_a_persons_name_survives(parts: list[str], language: str) -> None:
    home = HomeNames(people=(" ".join(parts),))
    particles = {
        "van",
        "von",
        "der",
        "den",
        "del",
        "les",
        "and",
        "und",
        "the",
        "ter",
        "ten",
        "della",
        "bin",
        "dos",
        "mac",
    }
    for part in {part for part in parts if fold(part) not in particles}:
        assert MARKER.fullmatch(redact(part, language, home).words)


@settings(deadline=None)
@given(TEXTS, st.one_of(CLAIMED_LANGUAGES, st.text(max_size=5)))
@example("Zork's green lamp", "en")
@example("A:S GREEN", "en")
def test_it_is_total_its_spans_are_what_was_taken_and_once_more_changes_nothing(text: str, language: str) -> None:
    redacted = redact(text, language, HOME)
    rebuilt, done = "", 0
    for span in redacted.spans:
        assert span.begin < span.end
        assert span.begin >= done
        words = [match.span() for match in re.finditer(r"\S+", text)]
        assert words[span.first_word][0] <= span.begin
        assert span.end <= words[span.end_word - 1][1]
        rebuilt += text[done : span.begin] + span.kind.marker
        done = span.end
    assert rebuilt + text[done:] == redacted.words
    assert redact(redacted.words, language, HOME).words == redacted.words


@pytest.mark.parametrize(
    "text", ["a ", "luz blanca ", "5 ", "dot com ", "anna", "de la o ", "[name] ", "- ", "\u0130 "]
)
def test_the_work_grows_with_the_length_and_not_faster(text: str) -> None:
    short, long = (steps(text * (length // len(text))) for length in (5_000, 10_000))
    assert long < 2.2 * short


@pytest.mark.parametrize(
    ("language", "piece"),
    [("es", "doscientos"), ("de", "dreiviertel"), ("it", "diciotto"), ("nl", "zestien"), ("pt", "duzentos")],
)
def test_a_number_word_of_many_pieces_and_one_wrong_letter_is_looked_through_once(language: str, piece: str) -> None:
    assert redact(piece, language, NOBODY).words == "[number]"
    assert redact(piece * 500 + "x", language, NOBODY).words == "[unknown]"


@pytest.mark.parametrize(
    ("language", "numbers"),
    [
        ("de", "einundzwanzig sechzehn siebenhundert zweitausend neunzehnhundert achtzigste dreiundvierzigsten"),
        ("it", "ventuno ventotto centotto centottanta settantotto millenovecento duemila"),
        ("nl", "eenentwintig tweeëndertig zeventien honderdvijf achtste twintigste"),
        ("fr", "quatre-vingt-dix-neuf vingt-et-un deuxième"),
        ("es", "veintidós trescientas dieciséis"),
        ("pt", "dezasseis duzentas vinte"),
        ("pl", "dwadzieścia trzydziestego wpół"),
        ("en", "twenty-one ninth"),
    ],
)
def test_number_words_are_numbers_however_they_are_put_together(language: str, numbers: str) -> None:
    for number in numbers.split():
        assert redact(number, language, NOBODY).words == "[number]"


def steps(text: str) -> int:
    """Count the functions that are called for hiding in `text`."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    redact("luz", "es", HOME)  # The home's names are prepared once.
    sys.setprofile(count)
    try:
        redact(text, "es", HOME)
    finally:
        sys.setprofile(None)
    return calls
