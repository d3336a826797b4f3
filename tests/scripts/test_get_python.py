"""A machine that cannot give a Python 3.14 is told why in one sentence, and nothing is left on it."""

import os
from pathlib import Path
import shutil
import subprocess
import sys

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "get-python"
# What the script itself calls; a real machine has them all. No Python, no uv, no apt.
PROGRAMS = [
    "awk",
    "bash",
    "cat",
    "chmod",
    "cp",
    "cut",
    "dirname",
    "env",
    "find",
    "grep",
    "head",
    "ln",
    "mkdir",
    "mktemp",
    "mv",
    "printf",
    "rm",
    "sed",
    "sort",
    "uname",
]


class Machine:
    """A machine of which only chosen programs are seen."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / "bin"
        self.bin.mkdir()
        self.cache = folder / "cache"
        for name in PROGRAMS:
            if found := shutil.which(name):
                (self.bin / name).symlink_to(found)

    def has(self, name: str, script: str) -> None:
        """Give it a program."""
        program = self.bin / name
        program.unlink(missing_ok=True)
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)

    def asks(self, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the script."""
        known = {"PATH": str(self.bin), "HOME": str(self.cache), "XDG_CACHE_HOME": str(self.cache)}
        return subprocess.run(
            ["/bin/bash", SCRIPT], env=known | environment, capture_output=True, text=True, check=False
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_python_that_is_there_is_taken(machine: Machine) -> None:
    python = os.path.realpath(shutil.which("python3.14") or sys.executable)
    machine.has("python3.14", f'exec "{python}" "$@"')
    result = machine.asks()
    assert result.returncode == 0
    assert result.stdout.strip() == str(machine.bin / "python3.14")
    assert not machine.cache.exists()


def test_an_older_python_is_passed_over(machine: Machine) -> None:
    machine.has("python3.14", "exit 1")
    result = machine.asks()
    assert result.returncode != 0
    assert result.stdout == ""


def test_a_system_that_is_not_debian_is_told_what_to_install(machine: Machine) -> None:
    result = machine.asks()
    assert result.returncode == 1
    assert "install Python 3.14.2 or newer and try again" in result.stderr


def test_a_processor_without_packages_is_named(machine: Machine) -> None:
    machine.has("uname", "echo riscv64")
    result = machine.asks()
    assert result.returncode == 1
    assert "riscv64" in result.stderr


def test_a_relative_folder_is_refused(machine: Machine) -> None:
    result = machine.asks(EARSHOT_PYTHON_DIR="here")
    assert result.returncode == 1
    assert "must be an absolute path" in result.stderr


def test_a_folder_that_cannot_be_written_is_named(machine: Machine) -> None:
    result = machine.asks(EARSHOT_PYTHON_DIR="/dev/null/python")
    assert result.returncode == 1
    assert "cannot write to /dev/null" in result.stderr


def test_a_mirror_that_does_not_answer_leaves_nothing_behind(machine: Machine) -> None:
    machine.has("apt-get", "exit 100")
    machine.has("dpkg-deb", "exit 0")
    result = machine.asks(EARSHOT_DEBIAN_MIRROR="http://127.0.0.1:9/debian")
    assert result.returncode == 1
    assert "is the package mirror reachable?" in result.stderr
    assert list(machine.cache.rglob("*.new.*")) == []


def test_an_apt_without_a_mirror_of_debians_is_told_what_to_do(machine: Machine) -> None:
    machine.has("apt-get", "exit 0")
    machine.has("dpkg-deb", "exit 0")
    result = machine.asks()
    assert result.returncode == 1
    assert "set EARSHOT_DEBIAN_MIRROR" in result.stderr
