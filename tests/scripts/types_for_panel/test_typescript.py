"""TypeScript's own compiler takes every real answer for what the panel's types call it, and nothing else."""

from collections.abc import Iterator
import json
from pathlib import Path
import subprocess
import sys

import pytest

from scripts.types_for_panel.__main__ import ROOT
from scripts.types_for_panel.commands import all_commands
from tests.websocket_api.samples import path_of, read

FRONTEND = ROOT / "frontend"
COMPILER = FRONTEND / "node_modules" / "typescript" / "bin" / "tsc"
HEAD = f"""import type {{ Commands, Subscriptions }} from "{FRONTEND}/src/api/commands.js";
type Sent = Commands & Subscriptions;
"""


def lines() -> Iterator[str]:
    """Yield a constant of the answer's type for every sample."""
    for number, command in enumerate(all_commands()):
        answer = json.dumps(read(path_of(command.name)))
        yield f'export const answer{number}: Sent["{command.name}"]["answer"] = {answer};\n'
        if command.event is not None:
            events = json.dumps(read(path_of(command.name, ".events")))
            yield f'export const events{number}: Subscriptions["{command.name}"]["event"][] = {events};\n'


def compiled(source: str, folder: Path) -> subprocess.CompletedProcess[str]:
    if not COMPILER.exists():
        pytest.fail("the frontend's packages are not there: run scripts/setup")
    file = folder / "samples.ts"
    file.write_text(source, encoding="utf-8")
    flags = ["--ignoreConfig", "--noEmit", "--strict", "--target", "es2022", "--module", "esnext"]
    # The compiler is started by the Node that scripts/setup put beside this Python.
    node = Path(sys.executable).with_name("node")
    command = [str(node), str(COMPILER), *flags, "--moduleResolution", "bundler", str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=FRONTEND)


def test_every_sample_is_of_the_type_that_the_panel_has_for_it(tmp_path: Path) -> None:
    result = compiled(HEAD + "".join(lines()), tmp_path)
    assert result.returncode == 0, result.stdout


def test_the_compiler_sees_an_answer_that_is_of_another_shape(tmp_path: Path) -> None:
    wrong = 'export const me: Commands["earshot/me"]["answer"] = { role: "king", name: "" };\n'
    result = compiled(HEAD.replace(", Subscriptions", "").replace(" & Subscriptions", "") + wrong, tmp_path)
    assert result.returncode != 0
    assert "samples.ts" in result.stdout
