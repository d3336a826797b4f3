"""A test that a page names exists: whoever renames it changes the page, too."""

import ast
from collections.abc import Iterator
from pathlib import Path
import re

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").glob("*.md"))
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def named_tests(page: Path) -> Iterator[tuple[str, str]]:
    yield from NAMED.findall(page.read_text(encoding="utf-8"))


def definitions_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_test_that_a_page_names_exists(page: Path) -> None:
    missing = [
        f"{file}::{test}"
        for file, test in named_tests(page)
        if not (ROOT / file).is_file() or test not in definitions_in(ROOT / file)
    ]
    assert not missing, "\n".join(missing)


def test_the_threat_model_names_tests() -> None:
    assert len(set(named_tests(ROOT / "docs" / "threat-model.md"))) > 50


THREATS = ROOT / "docs" / "threat-model.md"
ATTACKERS = (
    "cloud",
    "local network",
    "guest at the microphone",
    "member of the household",
    "administrator",
    "thief of the disk",
    "integration in the same process",
    "review desk",
    "donor",
)


def claims() -> Iterator[dict[str, str]]:
    """Read the rows of every table that says what shows a claim, each by the titles of its columns."""
    titles: list[str] = []
    for line in THREATS.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|"):
            titles = []
        elif not titles:
            titles = cells
        elif "shown by" in titles and not set(line) <= set("|- "):
            yield dict(zip(titles, cells, strict=True))


@pytest.mark.parametrize("claim", claims(), ids=lambda claim: next(iter(claim.values()))[:40])
def test_a_claim_of_the_threat_model_names_its_test_or_says_that_there_is_none(claim: dict[str, str]) -> None:
    how = next(value for title, value in claim.items() if title.startswith("how we know"))
    assert NAMED.search(claim["shown by"]) or claim["shown by"].startswith("none") or "tests/" in claim["shown by"]
    if claim["shown by"].startswith("none"):
        assert how in {"unknown", "declared", "-"} or "arithmetic" in claim["shown by"]


def test_the_threat_model_has_a_line_for_each_attacker() -> None:
    attackers = {row["who attacks"] for row in claims() if "who attacks" in row}
    for attacker in ATTACKERS:
        assert any(attacker in who for who in attackers), attacker
