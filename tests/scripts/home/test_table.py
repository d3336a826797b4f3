from typing import Any

import pytest

from scripts.home.said import Said
from scripts.home.table import render


def _said(**changes: Any) -> Said:
    ear = {
        "label": "Earshot",
        "kind": "speech_to_text",
        "place": "sandbox",
        "evidence": "enforced",
        "got": {"sound_ms": 1840, "sound_bytes": 58_880, "words": None},
        "keeps": "nothing",
        "until": None,
    }
    view = {
        "utterance_id": "abc",
        "satellite": {"label": "Kitchen satellite", "entity_id": "assist_satellite.kitchen", "area": "Kitchen"},
        "outcome": "answered",
        "left_house": False,
        "ears": [ear, ear | {"kind": "agent", "label": "Cloud", "place": "internet", "got": _words(1)}],
        "stages": [{"stage": "speech_to_text", "took_ms": 90}],
    } | changes
    return Said(view, [{"index": 7}, {"index": 9}], None, "turn on the light", None, 0.4)


def _words(count: int) -> dict[str, int | None]:
    return {"sound_ms": None, "sound_bytes": None, "words": count}


def test_the_table_names_each_ear_with_its_place_and_how_it_is_known() -> None:
    text = render(_said())

    (line,) = [line for line in text.splitlines() if line.startswith("  Earshot ")]
    assert "sandbox on this machine" in line
    assert "enforced by the kernel" in line
    assert "1.8 s of sound" in line
    assert line.endswith(" no")
    assert "1 word " in text
    assert "entries 7 to 9" in text


@pytest.mark.parametrize(("left", "line"), [(False, "nothing left the house"), (True, "SOMETHING LEFT THE HOUSE")])
def test_the_first_line_says_whether_something_left_the_house(left: bool, line: str) -> None:  # noqa: FBT001  a parameter
    assert line in render(_said(left_house=left))


def test_the_json_has_what_other_programs_read() -> None:
    answer = _said().as_json()

    assert answer["seconds"] == {"speech_to_text": 0.09}
    assert set(answer) >= {
        "utterance_id",
        "satellite",
        "outcome",
        "heard_words",
        "answer_words",
        "left_house",
        "ears",
        "entries",
        "checkpoint",
        "seconds",
    }
