"""Everything that must hold after a start, whatever ended the life before."""

from collections import Counter, defaultdict
from datetime import datetime, timedelta
import json
from pathlib import Path

from homeassistant.util import dt as dt_util

from custom_components.earshot.gate.mending import RETENTION, vanished
from custom_components.earshot.ledger import Erased, Finished, Gap, Heard, Ledger, Record, Stored
from custom_components.earshot.ledger.body import decode_body
from custom_components.earshot.ledger.jsonable import to_json
from custom_components.earshot.models import ContentKind
from custom_components.earshot.vault import ContentName
from custom_components.earshot.vault.flac import decode
from tests.crash.journal import Facts, Home
from tests.crash.life import Life
from tests.crash.load import said

KEYS = {"contents", "erasures", "household.key", "ledger-signing.key", "ledger-trusted.vkeys"}

A_MOMENT = timedelta(seconds=1)


class Found:
    """What the ledger says, read from every entry."""

    def __init__(self, ledger: Ledger) -> None:
        self.records: list[Record] = []
        with ledger._store.read() as snapshot:
            for row in snapshot.entries():
                if row.body is not None:
                    self.records.append(decode_body(row.body)[1])
        self.by_utterance: dict[str, list[Record]] = defaultdict(list)
        self.stored: dict[ContentName, Stored] = {}
        self.erased: dict[ContentName, list[Erased]] = defaultdict(list)
        for record in self.records:
            if record.utterance_id is not None:
                self.by_utterance[record.utterance_id].append(record)
            if isinstance(record, Stored):
                self.stored[ContentName(record.utterance_id, record.content)] = record
            if isinstance(record, Erased):
                for kind in record.contents:
                    self.erased[ContentName(record.utterance_id, kind)].append(record)

    @property
    def kept(self) -> dict[ContentName, Stored]:
        """What the ledger says is in the vault now."""
        return {name: stored for name, stored in self.stored.items() if name not in self.erased}


def check(life: Life, facts: Facts, began: datetime) -> None:
    """Check a life that has just started, and whose storage is used by nobody else. `began` is when it did.

    Raises AssertionError.
    """
    assert life.storage.outages == {}
    assert life.storage.reconciled
    assert life.caretaker._watching
    found = Found(life.storage.ledger)
    check_ledger(life.storage.ledger, facts)
    check_entries(found, facts)
    check_files(life.home, found)
    check_contents(life, found, facts, began)
    check_erasures(found, facts)
    for reconciled in life.found:
        # What is waiting is completed or discarded; none of the others can come of a death.
        assert reconciled.unreadable == reconciled.damaged == reconciled.missing == ()
    assert vanished(life.storage.ledger, life.storage.vault, frozenset()) == []
    assert not life.storage.vault.rotation_unfinished


def check_ledger(ledger: Ledger, facts: Facts) -> None:
    """The tree verifies, and every checkpoint that was handed out still speaks for it."""
    verdict = ledger.verify()
    assert verdict.ok, verdict.failure
    for note in facts.checkpoints:
        comparison = ledger.compare(note)
        assert comparison.agrees
        assert comparison.signed


def check_entries(found: Found, facts: Facts) -> None:
    """No acknowledged entry is missing, and every utterance has one beginning and one end."""
    there = Counter(json.dumps(to_json(record)) for record in found.records)
    wanted = Counter(json.dumps(record) for record in facts.entered if not _may_be_redacted(record, found, facts))
    assert wanted <= there, list((wanted - there).elements())[:3]
    assert not facts.redacted & found.by_utterance.keys()
    for utterance_id, records in found.by_utterance.items():
        assert sum(isinstance(record, Heard) for record in records) == 1, utterance_id
        assert sum(isinstance(record, Finished) for record in records) == 1, utterance_id
    assert not [record for record in found.records if isinstance(record, Gap)]


def _may_be_redacted(record: dict[str, object], found: Found, facts: Facts) -> bool:
    """Whether a record may be gone. Of an utterance all are gone or none."""
    name = record.get("utterance_id")
    return name in facts.redacted or (name in facts.redacting and name not in found.by_utterance)


def check_files(home: Home, found: Found) -> None:
    """No clip without an entry, no entry without a clip: there are the files of what is kept, and no others."""
    assert _names(home.contents) == {f"{name}.sealed" for name in found.kept}
    assert _names(home.keys / "contents") == {f"{name}.key" for name in found.kept}
    assert _names(home.keys / "erasures") == set()
    assert _names(home.keys) == KEYS


def check_contents(life: Life, found: Found, facts: Facts, began: datetime) -> None:
    """What is kept opens and is what was said. What fell due is gone, and nothing else is."""
    vault = life.storage.vault
    for name, stored in found.kept.items():
        assert stored.ear.until is not None
        assert stored.ear.until > began, name
        if stored.ear.until <= dt_util.utcnow() + A_MOMENT:  # it may fall due while this looks
            continue
        content = vault.read(name.utterance_id, name.kind, commitment=stored.commitment)
        plain = decode(content) if name.kind is ContentKind.SOUND else content
        assert plain == said(name.utterance_id, name.kind)
    for name, until in facts.kept.items():
        if until > dt_util.utcnow() and name not in facts.erasing and name.utterance_id not in facts.redacting:
            assert name in found.kept, name


def check_erasures(found: Found, facts: Facts) -> None:
    """What was said to be erased is, by whom it was; and the time erases nothing early."""
    for name, by in facts.erased.items():
        assert name not in found.kept, name
        if name.utterance_id not in facts.redacting:
            assert by in {erased.by for erased in found.erased[name]}, name
    for name, records in found.erased.items():
        for erased in records:
            if erased.by == RETENTION:
                until = found.stored[name].ear.until
                assert until is not None
                assert erased.at >= until, (name, erased.at, until)


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}
