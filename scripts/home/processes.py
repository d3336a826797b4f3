"""Look at processes through /proc."""

import os
from pathlib import Path


def descendants(root: int | None = None) -> dict[int, str]:
    """Map every process below `root` (this one, if not given) to its command line."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (parent := _parent(entry)) is not None:
            children.setdefault(parent, []).append(int(entry.name))
    found: dict[int, str] = {}
    waiting = [os.getpid() if root is None else root]
    while waiting:
        for child in children.get(waiting.pop(), ()):
            found[child] = _command_line(child)
            waiting.append(child)
    return found


def _parent(entry: Path) -> int | None:
    try:
        # The name of the program stands in parentheses and may hold anything; the parent is the second field after it.
        return int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError, IndexError:
        return None


def _command_line(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    except OSError:
        return ""
