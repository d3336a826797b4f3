"""What TypeScript and the documentation know of the websocket is what the Python says now."""

from pathlib import Path

import pytest

from scripts.types_for_panel.__main__ import ROOT, files

FILES = files()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_is_written_from_the_code_is_in_step(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == FILES[path], f"run scripts/types: {path.relative_to(ROOT)}"
