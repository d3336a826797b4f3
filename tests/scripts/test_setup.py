"""What cannot be had is said in one sentence, and a setup that failed is not taken for one that is done."""

import os
from pathlib import Path
import shutil
import subprocess
import sys

import pytest

ROOT = Path(__file__).parents[2]
NEEDED = (
    "pyproject.toml",
    "uv.lock",
    "scripts/setup",
    "scripts/get-python",
    "custom_components/earshot/host/requirements.txt",
    "frontend/package-lock.json",
)
PROGRAMS = "awk bash cat cut dirname flock grep head id mkdir mktemp printf pwd rm sed sha256sum sort tail tr".split()  # noqa: SIM905  a list of names reads best as one line


class Checkout:
    """A checkout with nothing installed, on a machine of which only chosen programs are seen."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "earshot"
        self.bin = folder / "bin"
        self.bin.mkdir()
        for name in NEEDED:
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, self.root / name)
        for name in PROGRAMS:
            if found := shutil.which(name):
                (self.bin / name).symlink_to(found)

    def has(self, name: str, script: str) -> None:
        """Give the machine a program."""
        program = self.bin / name
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)

    def set_up(self) -> subprocess.CompletedProcess[str]:
        """Run the script."""
        environment = {"PATH": str(self.bin), "HOME": str(self.root), "TMPDIR": str(self.root)}
        return subprocess.run(
            ["/bin/bash", self.root / "scripts" / "setup"], env=environment, capture_output=True, text=True, check=False
        )


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def give_system_packages(checkout: Checkout) -> None:
    for name in ("ffmpeg", "g++", "gcc", "ip", "chromium"):
        checkout.has(name, "exit 0")
    checkout.has("python3.14", f'exec "{os.path.realpath(sys.executable)}" "$@"')


def test_missing_programs_are_named_where_nothing_can_install_them(checkout: Checkout) -> None:
    result = checkout.set_up()
    assert result.returncode == 1
    assert "missing:" in result.stderr
    assert "ffmpeg" in result.stderr
    assert "Install them and try again" in result.stderr


def test_a_package_index_that_does_not_answer_is_said_and_not_taken_for_done(checkout: Checkout) -> None:
    give_system_packages(checkout)
    if not list(Path("/usr/lib").glob("*/libturbojpeg.so.0")):
        pytest.skip("the camera's library is missing on this machine, which is another sentence")
    checkout.has("uv", '[ "$1" = --version ] && echo "uv 99.0.0" && exit 0; echo "error: no route to host" >&2; exit 2')
    result = checkout.set_up()
    assert result.returncode == 1
    assert "no route to host" in result.stderr
    assert "Is the Python package index reachable?" in result.stderr
    assert not (checkout.root / ".venv" / ".earshot-setup").exists()


def test_a_registry_of_packages_for_the_panel_that_does_not_answer_is_said(checkout: Checkout) -> None:
    give_system_packages(checkout)
    if not list(Path("/usr/lib").glob("*/libturbojpeg.so.0")):
        pytest.skip("the camera's library is missing on this machine, which is another sentence")
    checkout.has("uv", '[ "$1" = --version ] && echo "uv 99.0.0"; exit 0')
    checkout.has("npm", 'echo "npm error network" >&2; exit 1')
    result = checkout.set_up()
    assert result.returncode == 1
    assert "npm error network" in result.stderr
    assert "Is the npm registry reachable?" in result.stderr
    assert not (checkout.root / ".venv" / ".earshot-setup").exists()


def test_an_old_uv_is_not_used(checkout: Checkout) -> None:
    give_system_packages(checkout)
    checkout.has("uv", '[ "$1" = --version ] && echo "uv 0.1.0" && exit 0; echo "the old uv was used" >&2; exit 2')
    # This Python cannot make the environment that a private uv would go into.
    checkout.has("python3.14", f'[ "$1" = -m ] && exit 1; exec "{os.path.realpath(sys.executable)}" "$@"')
    result = checkout.set_up()
    assert result.returncode == 1
    assert "installing uv" in result.stderr
    assert "cannot make a virtual environment" in result.stderr
    assert "the old uv was used" not in result.stderr
