"""What people are told of giving clips away: who listens, where, how long, what for; nothing that nobody can keep."""

import json
from pathlib import Path
import re

import pytest

from tests.architecture.source_tree import ROOT

STRINGS = sorted(ROOT.glob("frontend/src/**/strings/*.json"))
TEXTS = [
    *STRINGS,
    *sorted(ROOT.glob("custom_components/earshot/translations/*.json")),
    *sorted(ROOT.glob("docs/**/*.md")),
    ROOT / "README.md",
]
SHARING = ROOT / "frontend/src/features/sharing/strings/en.json"

NEVER = {
    # A voice, words and habits say who somebody is, whatever is done to them.
    "anonymous": re.compile(r"\banonym\w*|\banónim\w*|\banônim\w*|\banonim\w*", re.IGNORECASE),
    # What is said by whoever was caught not doing so.
    "seriously": re.compile(r"tak(?:e|es|ing) (?:your |our |the )?privacy (?:very )?serious", re.IGNORECASE),
}
SAYS_NEVER = re.compile(r"never|not (?:called|say|promise)|masking, not|no(?:t)? anonym|isn't|is not", re.IGNORECASE)
"""A document may say that a word is not used, and why."""


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_nobody_is_told_what_nobody_can_promise(path: Path) -> None:
    denies = path.suffix == ".md"
    found = [
        f"{number}: {line.strip()}"
        for number, line in enumerate(lines(path), 1)
        for pattern in NEVER.values()
        if pattern.search(line) and not (denies and SAYS_NEVER.search(line))
    ]
    assert not found


def test_there_is_something_to_read() -> None:
    assert len(STRINGS) > 50
    assert SHARING in STRINGS


@pytest.mark.parametrize(
    "said", ["Your clips are anonymous.", "Deine Aufnahmen sind anonymisiert.", "We take your privacy seriously."]
)
def test_the_reader_finds_each_of_them(said: str) -> None:
    assert any(pattern.search(said) for pattern in NEVER.values())


def test_whoever_consents_is_told_that_people_listen_and_all_that_follows_from_it() -> None:
    told = json.loads(SHARING.read_text(encoding="utf-8"))
    assert {"listen", "who", "where", "how_long", "what_for", "withdraw", "danger"} == told["statement"]["part"].keys()
    assert "People listen" in told["fact"]["people"]
    assert "People who listen" in told["consent"]["confirm"]["who"]
    assert "stays heard" in told["fact"]["back"]
    assert "cannot be undone" in told["withdraw"]["heard"]
    assert "not unrecognisable" in told["sound"]["limits"]


@pytest.mark.parametrize("language", ["de", "es", "fr", "it", "nl", "pl", "pt"])
def test_every_language_has_all_of_it(language: str) -> None:
    told = json.loads(SHARING.with_name(f"{language}.json").read_text(encoding="utf-8"))
    english = json.loads(SHARING.read_text(encoding="utf-8"))
    assert told["statement"]["part"].keys() == english["statement"]["part"].keys()
