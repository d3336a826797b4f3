"""The words of Home Assistant's settings, repairs, actions and automations are there in every language of the panel."""

from collections.abc import Iterator
import json
from pathlib import Path
import re
from typing import Any, Final

import pytest

FOLDER: Final = Path("custom_components/earshot/translations")
LANGUAGES: Final = ("de", "es", "fr", "it", "nl", "pl", "pt", "pt-BR")
PLACEHOLDER: Final = re.compile(r"\{\w+\}")
SHOWN_AS_IT_IS: Final = re.compile(r"`[^`]+`|\]\([^)]+\)|https?://\S+")
"""Code, and where a link leads."""
A_SENTENCE: Final = 30
"""Characters; what is as long as this is another in another language."""


def texts(tree: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text with the path of its keys."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from texts(value, f"{path}.{key}".removeprefix("."))
    else:
        yield path, tree


def read(language: str) -> dict[str, str]:
    return dict(texts(json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))))


ENGLISH: Final = read("en")


def test_the_languages_are_those_of_the_panel() -> None:
    there = {file.stem for file in FOLDER.glob("*.json")}
    panel = {file.stem for file in Path("frontend/src/features/today/strings").glob("*.json")}
    assert there == {"en", *LANGUAGES}
    # Home Assistant looks for Brazil's own, and shows English where there is none.
    assert there == panel | {"pt-BR"}
    assert read("pt-BR") == read("pt")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_there_and_none_that_nobody_asks_for(language: str) -> None:
    translated = read(language)
    assert [key for key in ENGLISH if key not in translated] == []
    assert [key for key in translated if key not in ENGLISH] == []
    assert [key for key, text in translated.items() if not text.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_filled_in_and_what_is_code_stays(language: str) -> None:
    def marks(text: str) -> tuple[list[str], list[str]]:
        return sorted(PLACEHOLDER.findall(text)), sorted(SHOWN_AS_IT_IS.findall(text))

    translated = read(language)
    assert {key: text for key, text in translated.items() if marks(text) != marks(ENGLISH[key])} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_left_in_english(language: str) -> None:
    translated = read(language)
    left = [key for key, text in ENGLISH.items() if len(text) >= A_SENTENCE and translated[key] == text]
    assert left == []
