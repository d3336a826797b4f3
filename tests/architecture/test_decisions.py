"""A decision is found by its number: each has one of its own, in its name and in its heading."""

from pathlib import Path

DECISIONS = sorted(Path("docs/decisions").glob("[0-9]*.md"))


def test_each_decision_has_the_next_number() -> None:
    assert [int(file.name[:4]) for file in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_each_says_its_number_itself() -> None:
    headings = {file.name: file.read_text(encoding="utf-8").partition("\n")[0] for file in DECISIONS}
    assert {name: line for name, line in headings.items() if not line.startswith(f"# {int(name[:4])}. ")} == {}
