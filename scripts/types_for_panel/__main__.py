"""`scripts/types`: write the panel's types, or with `--check` say whether they are in step."""

from pathlib import Path
import sys
from typing import Final

from .command_map import command_map
from .commands import all_commands, types_of
from .declarations import declarations
from .error_codes import error_codes
from .page import page
from .roots import ROOTS

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = ROOT / "frontend" / "src" / "api"
HEAD: Final = "// Made by scripts/types from Earshot's Python. Change it there.\n\n"
INSTANTS: Final = """/** An instant as ISO 8601 in UTC, to the millisecond: "2026-11-28T21:28:51.000+00:00". */
export type Instant = string;

/** A day of the house's calendar as ISO 8601: "2026-11-28". */
export type Day = string;

"""


def files() -> dict[Path, str]:
    """Return every file that is made, with what belongs in it."""
    commands = all_commands()
    named: list[object] = []
    calls = command_map(commands, named.append)
    sent = [one for command in commands for one in types_of(command)]
    return {
        FOLDER / "types.ts": HEAD + INSTANTS + declarations([*ROOTS, *sent, *named]),
        FOLDER / "commands.ts": HEAD + calls,
        FOLDER / "errors.ts": HEAD + error_codes(),
        ROOT / "docs" / "websocket-api.md": page(commands),
    }


def main() -> int:
    """Write them, or say whether they are in step; returns the exit code."""
    made = files()
    if "--check" not in sys.argv[1:]:
        for path, text in made.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return 0
    wrong = [path for path, text in made.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in wrong:
        print(f"types: {path.relative_to(ROOT)} is not what the Python says; run scripts/types", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
