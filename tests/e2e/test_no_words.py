"""Spoken words are nowhere but in the vault: not in the log, not in a database, not in a file, not in a state."""

from pathlib import Path

from .house import House

_RARE = "turn on the reading lamp"
"""A sentence that no other test says."""


def test_words_are_in_no_file_of_the_home(house: House) -> None:
    said = house.say(_RARE)
    assert said.came_through

    found = [path for path in _files(house.paths.root) if _RARE.encode() in path.read_bytes().lower()]

    assert found == []


def test_words_are_in_no_state(house: House) -> None:
    house.say(_RARE)

    states = [state for state in house.socket.ask("get_states") if _RARE in str(state).lower()]

    assert states == []


def _files(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file() and not path.is_symlink()]
