"""Reads the integration's own source as data: its modules, what they import, what they call."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
INTEGRATION = ROOT / "custom_components" / "earshot"
HOST = INTEGRATION / "host" / "voice_host"


@dataclass(frozen=True)
class Module:
    """One source file. `name` is dotted and relative to its root, such as `ledger.tree`."""

    path: Path
    name: str
    package: str
    """The dotted package that a relative import starts from; empty at the root."""

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed source."""
        return ast.parse(self.path.read_text(encoding="utf-8"), str(self.path))

    @cached_property
    def lines(self) -> int:
        """Lines in the file."""
        return len(self.path.read_text(encoding="utf-8").splitlines())

    @cached_property
    def part(self) -> str:
        """First part of the name: the package in the integration, or the file at its root."""
        return self.name.split(".", maxsplit=1)[0]

    def own_imports(self) -> set[str]:
        """Dotted names of the project's own modules or packages that this one imports."""
        return {name for name, own in self._imports() if own}

    def foreign_imports(self) -> set[str]:
        """Top-level names of everybody else's packages that this one imports."""
        return {name.split(".")[0] for name, own in self._imports() if not own}

    def _imports(self) -> Iterator[tuple[str, bool]]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((alias.name, False) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                yield node.module or "", False
            elif isinstance(node, ast.ImportFrom):
                yield from ((name, True) for name in self._relative(node))

    def _relative(self, node: ast.ImportFrom) -> Iterator[str]:
        base = self.package.split(".") if self.package else []
        base = base[: len(base) - (node.level - 1)] if node.level > 1 else base
        if node.module:
            yield ".".join([*base, node.module])
            # `from .ledger import tree` names a module as well as a package
            yield from (".".join([*base, node.module, alias.name]) for alias in node.names)
        else:
            yield from (".".join([*base, alias.name]) for alias in node.names)


def modules(root: Path, *, leave_out: tuple[Path, ...] = ()) -> tuple[Module, ...]:
    """Every module below `root`."""
    found = []
    for path in sorted(root.rglob("*.py")):
        if any(path.is_relative_to(folder) for folder in leave_out) or "__pycache__" in path.parts:
            continue
        parts = path.relative_to(root).with_suffix("").parts
        if parts[-1] == "__init__":
            name = package = ".".join(parts[:-1])
        else:
            name, package = ".".join(parts), ".".join(parts[:-1])
        found.append(Module(path, name or "__init__", package))
    return tuple(found)


INTEGRATION_MODULES = modules(INTEGRATION, leave_out=(INTEGRATION / "host",))
HOST_MODULES = modules(HOST)
ALL_MODULES = INTEGRATION_MODULES + HOST_MODULES
