"""What a life acknowledged, written down where its death cannot reach it: lines of JSON in a file of the test's."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
import json
import os
from pathlib import Path
from typing import Any

from custom_components.earshot.ledger.jsonable import to_json
from custom_components.earshot.models import ContentKind
from custom_components.earshot.vault import ContentName


@dataclass(frozen=True)
class Home:
    """Where one house lies, through many lives."""

    folder: Path

    @property
    def ledger(self) -> Path:
        return self.folder / "earshot" / "ledger.db"

    @property
    def db_url(self) -> str:
        return f"sqlite:///{self.ledger}"

    @property
    def contents(self) -> Path:
        return self.folder / "earshot" / "vault"

    @property
    def settings(self) -> Path:
        return self.folder / "earshot" / "privacy.json"

    @property
    def keys(self) -> Path:
        return self.folder / "cache" / "keys"

    @property
    def journal(self) -> Path:
        return self.folder / "journal"


class Journal:
    """Written by the life, line by line, each with one system call: what the kernel has, no signal takes back."""

    def __init__(self, home: Home) -> None:
        self._file = os.open(home.journal, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.write(self._file, b"\n")  # the line of the life before may be half of one

    def tell(self, fact: str, *values: object) -> None:
        """Write a fact down before anything else happens."""
        line = json.dumps([fact, *(to_json(value) for value in values)]).encode()
        assert os.write(self._file, line + b"\n") == len(line) + 1


class Facts:
    """What was acknowledged, and what was asked for, in all lives of one house."""

    def __init__(self, home: Home) -> None:
        self.entered: list[dict[str, Any]] = []
        """Every record of which it was said that it is on disk."""
        self.kept: dict[ContentName, datetime] = {}
        """Every content of which it was said that it is kept, with its end."""
        self.erasing: set[ContentName] = set()
        """What somebody, or the time, wanted erased."""
        self.erased: dict[ContentName, str] = {}
        """What was said to be erased, with who wanted it."""
        self.redacting: set[str] = set()
        self.redacted: set[str] = set()
        self.checkpoints: list[str] = []
        for fact, *values in _lines(home.journal):
            self._add(fact, *values)

    def _add(self, fact: str, *values: Any) -> None:
        match fact:
            case "entered":
                self.entered += values[0]
            case "kept":
                self.kept[_name(values[0], values[1])] = datetime.fromisoformat(values[2])
            case "erasing":
                self.erasing |= {_name(values[0], kind) for kind in values[1]}
            case "erased":
                self.erased |= {_name(values[0], kind): values[2] for kind in values[1]}
            case "redacting":
                self.redacting |= set(values[0])
            case "redacted":
                self.redacted |= set(values[0])
            case "checkpoint":
                self.checkpoints.append(values[0])
            case _:
                raise ValueError(fact)


def _lines(journal: Path) -> Iterator[list[Any]]:
    text = journal.read_text(encoding="utf-8") if journal.exists() else ""
    for line in text.splitlines(keepends=True):
        # A line without its end was being written at the death: nobody had been told of it.
        if line != "\n" and line.endswith("\n"):
            yield json.loads(line)


def _name(utterance_id: str, kind: str) -> ContentName:
    return ContentName(utterance_id, ContentKind(kind))
