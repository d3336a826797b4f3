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


def test_the_table_says_how_it_began_and_what_it_did() -> None:
    deed = {"action": "light.turn_on", "targets": [{"entity_id": "light.sink", "area": "Kitchen"}], "through": None}
    script = {"action": "cover.close_cover", "targets": [], "through": "script.evening"}
    text = render(
        _said(
            woken_by="satellite",
            given=None,
            user="Anna",
            prompted="ask_question",
            also_heard=[{"label": "Hall satellite", "entity_id": None, "area": None}],
            acted={
                "evidence": "observed",
                "deeds": [deed, script],
                "changed": [{"entity_id": "light.sink", "area": None}],
                "left_out": 2,
            },
            speech_by_token=True,
            stages=[{"stage": "conversation", "took_ms": 90, "llm_apis": ["Assist"], "exposed_entities": 42}],
        )
    )
    for line in (
        "  woken     by the satellite itself, as it says",
        "  given     spoken, by Anna",
        "  asked     by ask question",
        "  and       Hall satellite heard the same wake word",
        "  did       light.turn_on light.sink (Kitchen)",
        "  did       cover.close_cover  by script.evening",
        "  changed   light.sink",
        "  and       2 more that are not named",
        "  answer    can be fetched without logging in by whoever has its address, until it ages out",
        "  took      conversation 90 ms (could use Assist; could see 42 entities)",
    ):
        assert line in text.splitlines()


@pytest.mark.parametrize(("evidence", "line"), [("unknown", "not known"), ("observed", "nothing in the home")])
def test_the_table_tells_nothing_done_from_nothing_known(evidence: str, line: str) -> None:
    acted = {"evidence": evidence, "deeds": [], "changed": [], "left_out": 0}
    assert f"  did       {line}" in render(_said(acted=acted)).splitlines()


def test_what_went_past_earshot_says_so_and_that_nobody_measured() -> None:
    nothing = {"sound_ms": None, "sound_bytes": None, "words": None}
    view = _said().view
    text = render(_said(outside="pipeline", outcome="unseen", ears=[view["ears"][0] | {"got": nothing}]))

    assert "nobody told how it ended" in text
    assert "OUTSIDE   it went past Earshot: an assistant of other engines" in text
    (line,) = [line for line in text.splitlines() if line.startswith("  Earshot ")]
    assert "not known" in line
    assert "OUTSIDE" not in render(_said())


def test_it_says_what_a_rule_kept_from_whom() -> None:
    block = {
        "content": "words",
        "label": "Cloud",
        "place": "home_network",
        "evidence": "declared",
        "rule": "ask",
        "answer": "no",
    }
    lines = render(_said(blocked=[block, block | {"rule": "local_only", "answer": None}])).splitlines()
    assert "  blocked   the words, from Cloud (home network, declared): the rule “ask”, and the answer was no" in lines
    assert "  blocked   the words, from Cloud (home network, declared): the rule “local only”" in lines


def test_who_is_refused_something_is_told_why_by_earshot_itself() -> None:
    refused = _said(outcome="blocked", stages=[{"stage": "text_to_speech", "took_ms": 90}])

    assert "  answered  by Earshot itself, with the reason" in render(refused).splitlines()
    assert "  answered  -" in render(_said(outcome="blocked")).splitlines()


def test_what_was_asked_about_waits_for_a_yes() -> None:
    first, *_ = render(_said(outcome=None)).strip().splitlines()

    assert first == "Kitchen satellite: asked back, and waits a minute for a yes; nothing left the house"
