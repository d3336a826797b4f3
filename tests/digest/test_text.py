"""Each language says the same, in the right forms, and nothing becomes surer in any of them."""

from dataclasses import fields, replace
from datetime import date
import json
from pathlib import Path
from string import Formatter

import pytest

from custom_components.earshot.at_a_glance.answers import HouseVerdict, ListenedVerdict
from custom_components.earshot.digest.languages import LANGUAGES, Label, Line, Value, language_of
from custom_components.earshot.digest.suggestion import Suggested, Suggestion
from custom_components.earshot.digest.text import escaped, not_brought, write
from tests.digest.samples import BUSY, QUIET

TAGS = sorted(LANGUAGES)
EVERY = pytest.mark.parametrize("tag", TAGS)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@EVERY
def test_what_is_to_be_chosen_is_called_as_the_settings_call_it(tag: str) -> None:
    texts = json.loads(Path(f"custom_components/earshot/translations/{tag}.json").read_text(encoding="utf-8"))
    choice = texts["config_subentries"]["assistant"]["step"]["user"]["menu_options"]["copy"]
    assert choice in LANGUAGES[tag].suggestions[Suggestion.PAST_EARSHOT]


@EVERY
def test_a_language_has_every_word_with_its_places(tag: str) -> None:
    language, english = LANGUAGES[tag], LANGUAGES["en"]
    for ours, theirs, names in (
        (language.lines, english.lines, Line),
        (language.values, english.values, Value),
        (language.suggestions, english.suggestions, Suggestion),
        (language.labels, english.labels, Label),
    ):
        assert set(ours) == set(theirs) == set(names)
        assert {key: places(text) for key, text in ours.items()} == {key: places(text) for key, text in theirs.items()}
    assert len(language.weekdays) == 7
    assert len({language.date(date(2026, month, 1)) for month in range(1, 13)}) == 12
    assert {language.plural(number) for number in range(1000)} == set(range(len(language.said)))
    assert len(fields(language)) == 10


@EVERY
def test_a_busy_week_is_told_with_every_number(tag: str) -> None:
    digest = write(BUSY, Suggested(Suggestion.FALSE_WAKES, "Kitchen_1"), tag)
    lines = dict(enumerate(digest.lines))
    numbers = [
        sorted(int(part) for part in "".join(c if c.isdigit() else " " for c in line).split())
        for line in lines.values()
    ]
    assert numbers == [[163], [3, 4], [], [2], [3], [1], [1, 6, 12, 18], [140], [2, 31], [0, 25], [1]]
    assert "{" not in digest.message
    assert "Kitchen_1" in digest.lines[-1]
    assert digest.message.count("\n- ") == 10
    assert "29" in digest.title
    assert "23" in digest.title


@EVERY
def test_a_quiet_week_is_told_shortly_and_suggests_nothing(tag: str) -> None:
    digest = write(QUIET, None, tag)
    assert len(digest.lines) == 7
    assert digest.lines[0] == LANGUAGES[tag].lines[Line.NOTHING_SAID]
    assert digest.lines[1].endswith("0")


@EVERY
def test_what_is_not_known_is_never_said_as_nothing(tag: str) -> None:
    language = LANGUAGES[tag]
    none_known = language.values[Value.NONE_KNOWN]
    gaps = replace(QUIET, unwatched_ms=1, listened_verdict=ListenedVerdict.NOBODY_SEEN, kept=None)
    said, left, listened, *_, kept, unwatched = write(gaps, None, tag).lines
    assert said == language.lines[Line.NOTHING_KNOWN] != language.lines[Line.NOTHING_SAID]
    assert left.endswith(none_known)
    assert listened.endswith(none_known)
    assert kept == language.lines[Line.KEPT_UNKNOWN]
    assert "1" in unwatched
    perhaps = replace(
        QUIET,
        maybe_left=5,
        besides=HouseVerdict.UNKNOWN,
        listened_verdict=ListenedVerdict.UNKNOWN,
        listened_at_least=True,
    )
    _, left, besides, listened, *_ = write(perhaps, None, tag).lines
    assert left.endswith(language.values[Value.PERHAPS].format(more=5))
    assert besides == language.lines[Line.BESIDES_MAYBE]
    assert listened.endswith(language.values[Value.UNKNOWN])


@pytest.mark.parametrize(
    ("tag", "forms"),
    [
        ("en", {1: "1 thing was said.", 2: "2 things were said."}),
        ("de", {1: "Einmal wurde etwas gesagt.", 2: "2-mal wurde etwas gesagt."}),
        (
            "pl",
            {1: "Padła 1 wypowiedź.", 3: "Padły 3 wypowiedzi.", 12: "Padło 12 wypowiedzi.", 22: "Padły 22 wypowiedzi."},
        ),
        ("fr", {1: "1 chose dite.", 2: "2 choses dites."}),
    ],
)
def test_numbers_take_the_form_of_the_language(tag: str, forms: dict[int, str]) -> None:
    assert {number: write(replace(QUIET, said=number), None, tag).lines[0] for number in forms} == forms


@pytest.mark.parametrize(("tag", "same"), [("de-CH", "de"), ("pt_BR", "pt"), ("EN-gb", "en"), ("fi", "en")])
def test_a_language_is_found_by_its_tag(tag: str, same: str) -> None:
    assert language_of(tag) is LANGUAGES[same]


def test_a_name_is_no_markup() -> None:
    digest = write(BUSY, None, "en", escaped)
    assert "Kitchen\\_1: 12" in digest.message
    assert "notify.a\\_b" in not_brought("notify.a_b", "en")


def test_one_day_is_called_by_its_date() -> None:
    assert write(replace(QUIET, first=QUIET.last), None, "en").title == "Earshot: 29 Nov"
    assert write(QUIET, None, "de").title == "Earshot: 23.11. \N{EN DASH} 29.11."
