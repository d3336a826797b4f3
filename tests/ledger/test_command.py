"""The command that verifies on another machine says step by step what holds, and ends with 0 only if all does."""

from io import StringIO
from pathlib import Path
import subprocess
import sys

import pytest

from custom_components.earshot.ledger.checkpoint import SigningKey
from custom_components.earshot.ledger.command import main
from custom_components.earshot.ledger.erasure import Selection
from custom_components.earshot.ledger.export_verify import ExportStep
from custom_components.earshot.ledger.growth_verify import GrowthStep
from custom_components.earshot.ledger.key_files import TRUSTED_KEYS
from custom_components.earshot.ledger.receipt import ReceiptStep
from custom_components.earshot.ledger.verdict import StepName
from tests.ledger.conftest import LedgerHome
from tests.ledger.core_only import ROOT
from tests.ledger.samples import utterance, utterance_id


@pytest.fixture
def home(tmp_path: Path) -> LedgerHome:
    """Return the home of a closed ledger, with an export and a noted checkpoint beside it."""
    home = LedgerHome(tmp_path)
    with home.opened() as ledger:
        for number in range(20):
            ledger.append(utterance(number)).result()
        (tmp_path / "noted").write_text(ledger.checkpoint(), encoding="utf-8")
        ledger.redact(Selection(utterance_ids=(utterance_id(3),)), by="Anna")
        (tmp_path / "export").write_bytes(b"".join(ledger.export(first=8, end=81)))
        (tmp_path / "receipt").write_text(ledger.receipt(utterance_id(5)).text(), encoding="utf-8")
        (tmp_path / "growth").write_text(ledger.prove_consistency(80).text(), encoding="utf-8")
    return home


def run(*arguments: object) -> tuple[int, list[str]]:
    out = StringIO()
    return main([str(argument) for argument in arguments], out), out.getvalue().splitlines()


def keys(home: LedgerHome) -> tuple[str, Path]:
    return "--key", home.keys / TRUSTED_KEYS


@pytest.mark.parametrize(("name", "steps"), [("earshot/ledger.db", StepName), ("export", ExportStep)])
def test_a_sound_file_passes_every_step(home: LedgerHome, name: str, steps: type[StepName | ExportStep]) -> None:
    status, lines = run(home.folder / name, *keys(home))
    assert status == 0
    count = len(list(steps))
    assert [line[:6] for line in lines if " ok " in line] == [f"{number}/{count} ok" for number in range(1, count + 1)]
    assert lines[-2].startswith("4 of ")
    assert lines[-1].startswith("Everything holds")


def test_it_says_that_a_file_was_held_to_its_own_keys_only(home: LedgerHome) -> None:
    vkey = (home.keys / TRUSTED_KEYS).read_text().strip()
    for name in ("earshot/ledger.db", "export"):
        status, lines = run(home.folder / name)
        assert status == 0
        assert lines[1].startswith("No key was given")
        assert lines[3] == f"  key {vkey}"
        assert not any(line.startswith("No key") for line in run(home.folder / name, "--key", vkey)[1])


@pytest.mark.parametrize(
    ("name", "steps", "more"), [("receipt", ReceiptStep, ()), ("growth", GrowthStep, ("--checkpoint", "noted"))]
)
def test_what_proves_a_part_passes_every_step(
    home: LedgerHome, name: str, steps: type[ReceiptStep | GrowthStep], more: tuple[str, ...]
) -> None:
    more = (more[0], str(home.folder / more[1])) if more else ()
    status, lines = run(home.folder / name, *keys(home), *more)
    assert status == 0
    count = len(list(steps))
    assert [line[:6] for line in lines if " ok " in line] == [f"{number}/{count} ok" for number in range(1, count + 1)]
    other = SigningKey.generate("earshot/test").verifying.text
    assert run(home.folder / name, "--key", other, *more)[0] == 1
    # Neither names a key of its own, so there is nothing to hold it to.
    status, lines = run(home.folder / name, *more)
    assert (status, "--key" in lines[-1]) == (2, True)


@pytest.mark.parametrize("noted", [0, 2])
def test_a_consistency_proof_needs_the_one_checkpoint_that_it_begins_with(home: LedgerHome, noted: int) -> None:
    assert run(home.folder / "growth", *keys(home), *(("--checkpoint", home.folder / "noted") * noted))[0] == 2


@pytest.mark.parametrize("begin", ["c2sp.org/tlog-proof@v1\n", "old 5\n"])
def test_a_proof_that_is_no_text_is_refused(home: LedgerHome, begin: str) -> None:
    (home.folder / "binary").write_bytes(begin.encode() + b"\xff")
    more = () if begin.startswith("c2sp") else ("--checkpoint", home.folder / "noted")
    assert run(home.folder / "binary", *keys(home), *more)[0] == 1


@pytest.mark.promise(6)
def test_it_stops_at_the_first_thing_that_is_wrong_and_names_its_place(home: LedgerHome) -> None:
    home.sql("UPDATE entry SET body = x'7b7d' WHERE \"index\" = 9")
    status, lines = run(home.database, *keys(home))
    assert status == 1
    assert lines[-1] == "2/8 WRONG  an entry is not what its leaf was made of (entry 9)"


@pytest.mark.promise(6)
def test_an_export_that_was_changed_is_refused(home: LedgerHome) -> None:
    data = (home.folder / "export").read_bytes()
    (home.folder / "export").write_bytes(data.replace(b"800", b"801", 1))
    status, lines = run(home.folder / "export")
    assert (status, "WRONG" in lines[-1]) == (1, True)


@pytest.mark.parametrize("name", ["earshot/ledger.db", "export"])
def test_another_ledgers_key_is_not_enough(home: LedgerHome, name: str) -> None:
    other = SigningKey.generate("earshot/test").verifying.text
    assert run(home.folder / name, "--key", other)[0] == 1


@pytest.mark.promise(6)
def test_a_noted_checkpoint_finds_a_history_that_was_rewritten_with_the_private_key(home: LedgerHome) -> None:
    noted = ("--checkpoint", home.folder / "noted")
    assert run(home.database, *keys(home), *noted)[0] == 0
    home.database.unlink()
    with home.opened() as ledger:
        for number in range(40):
            ledger.append(utterance(number)).result()
    assert run(home.database, *keys(home))[0] == 0
    status, lines = run(home.database, *keys(home), *noted)
    assert status == 1
    assert lines[-1] == "7/8 WRONG  entries are not what they were at a checkpoint (checkpoint 0, entries 0 to 79)"


def test_what_cannot_be_looked_at_has_another_status(home: LedgerHome) -> None:
    assert run(home.folder / "nothing")[0] == 2
    assert run(home.folder / "export", "--key", "no key")[0] == 1
    assert run(home.folder / "export", "--checkpoint", home.folder / "noted")[0] == 2
    home.sql("UPDATE ledger_schema SET version = 99")
    assert run(home.database)[0] == 2


def test_a_file_of_something_else_is_refused(home: LedgerHome) -> None:
    (home.folder / "list").write_text("a shopping list")
    status, lines = run(home.folder / "list")
    assert (status, lines[-1][:10]) == (1, "1/9 WRONG ")


@pytest.mark.parametrize("name", ["earshot/ledger.db", "export"])
def test_the_script_needs_no_home_assistant(home: LedgerHome, name: str) -> None:
    python = home.folder / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" -X importtime "$@"\n')
    python.chmod(0o755)
    program = subprocess.run(
        [ROOT / "scripts" / "verify", home.folder / name, "--key", home.keys / TRUSTED_KEYS],
        env={"EARSHOT_PYTHON": str(python), "PATH": "/usr/bin:/bin"},
        cwd=home.folder,
        capture_output=True,
        text=True,
        check=True,
    )
    assert program.stdout.splitlines() == run(home.folder / name, *keys(home))[1]
    assert "earshot.ledger.verify" in program.stderr
    assert "homeassistant" not in program.stderr
