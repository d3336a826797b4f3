"""The picture shows each day's counts, by more than colour, and holds no names."""

from dataclasses import replace
import re
from xml.etree import ElementTree as ET

import pytest

from custom_components.earshot.at_a_glance.answers import HouseVerdict
from custom_components.earshot.digest.languages import LANGUAGES
from custom_components.earshot.digest.picture import BOTTOM, HEIGHT, LEAST, TOP, WIDTH, draw
from tests.digest.samples import BUSY, QUIET, day

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    return [found.text or "" for found in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 - we drew it ourselves


def boxes(svg: str, sort: str) -> list[dict[str, float]]:
    found = ET.fromstring(svg).iter(f"{SVG}rect")  # noqa: S314 - the same
    return [
        {key: float(one.attrib[key]) for key in ("x", "y", "width", "height")}
        for one in found
        if one.get("class") == sort
    ]


@pytest.mark.parametrize("tag", sorted(LANGUAGES))
def test_it_is_drawn_in_every_language_within_its_bounds(tag: str) -> None:
    svg = draw(BUSY, tag)
    told = texts(svg)
    assert [text for text in told if text.isdigit() or text == "?"][:7] == ["31", "12", "44", "?", "52", "1", "23"]
    assert set(LANGUAGES[tag].weekdays) <= set(told)
    assert "4 + ?" in told
    assert "Kitchen" not in svg
    sorts = ("left", "maybe", "said", "false_wakes", "unwatched")
    for box in (box for sort in sorts for box in boxes(svg, sort)):
        assert 0 <= box["x"] <= box["x"] + box["width"] <= WIDTH
        assert 0 <= box["y"] <= box["y"] + box["height"] <= HEIGHT
    for mark in re.findall(r'<text x="([\d.]+)" y="([\d.]+)"', svg):
        assert float(mark[0]) < WIDTH
        assert float(mark[1]) < HEIGHT


def test_bars_are_as_high_as_their_numbers() -> None:
    svg = draw(replace(QUIET, days=(day(28, 10), day(29, 40))), "en")
    low, high = boxes(svg, "said")
    assert high["height"] == BOTTOM - TOP == pytest.approx(4 * low["height"])


def test_one_thing_that_left_among_hundreds_is_seen() -> None:
    svg = draw(replace(QUIET, left_house=1, days=(day(29, 900, left=1),)), "en")
    (bar, legend) = boxes(svg, "left")
    assert bar["height"] == LEAST
    assert legend["width"] == legend["height"]


def test_what_did_not_happen_has_no_legend_and_what_is_unknown_is_said() -> None:
    assert not any(boxes(draw(QUIET, "en"), sort) for sort in ("left", "maybe", "false_wakes", "unwatched"))
    assert "none that is known" in texts(draw(replace(QUIET, unwatched_ms=1), "en"))
    assert texts(draw(None, "en")) == ["Earshot", "Nothing was said that Earshot knows of."]


def test_what_left_and_was_no_utterance_is_seen() -> None:
    streamed = replace(day(29), house=HouseVerdict.LEFT)
    svg = draw(replace(QUIET, house=HouseVerdict.LEFT, besides=HouseVerdict.LEFT, days=(day(28), streamed)), "en")
    (bar, legend) = boxes(svg, "left")
    assert bar["height"] == LEAST
    assert bar["x"] > legend["x"]
    assert "0 + ?" in texts(svg)
    assert "4 + 3?" in texts(draw(replace(BUSY, besides=HouseVerdict.NOTHING_LEFT), "en"))
