"""What goes over the websocket is agreed on by code, types, documentation, and a sample of each command."""

from pathlib import Path

import pytest

from custom_components.earshot.ledger.jsonable import to_json
from scripts.types_for_panel.__main__ import ROOT, files
from scripts.types_for_panel.commands import Command, all_commands
from tests.websocket_api.decoding import decode
from tests.websocket_api.samples import EVENTS, FOLDER, path_of, read, types_by_path

FILES = files()
COMMANDS = all_commands()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_is_written_from_the_code_is_in_step(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == FILES[path], f"run scripts/types: {path.relative_to(ROOT)}"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_each_command_has_a_sample_of_its_type(command: Command) -> None:
    for path, kind in types_by_path(command).items():
        assert path.exists(), "ask it in tests/websocket_api/test_contract.py, which says how a sample is written"
        sample = read(path)
        assert to_json(decode(kind, sample)) == sample


def test_no_sample_is_left_of_a_command_that_is_gone() -> None:
    known = {path_of(command.name, what) for command in COMMANDS for what in ("", EVENTS)}
    assert set(FOLDER.iterdir()) <= known
