"""One version, said once: whatever else names it must agree."""

import json
from pathlib import Path
import re
import tomllib

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MANIFEST = json.loads((ROOT / "custom_components/earshot/manifest.json").read_text(encoding="utf-8"))


def pinned(package: str) -> str:
    for requirement in PROJECT["dependency-groups"]["home"]:
        if requirement.startswith(f"{package}=="):
            return str(requirement.split("==")[1])
    raise AssertionError(package)


def test_the_manifest_has_the_projects_version() -> None:
    assert MANIFEST["version"] == PROJECT["project"]["version"]


def test_the_changelog_has_a_section_for_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(PROJECT['project']['version'])}\b", changelog, re.MULTILINE)


def test_hacs_asks_for_a_home_assistant_that_the_tests_run() -> None:
    asked = json.loads((ROOT / "hacs.json").read_text(encoding="utf-8"))["homeassistant"]
    assert [int(part) for part in asked.split(".")] <= [int(part) for part in pinned("homeassistant").split(".")]


def test_wyoming_is_the_version_that_home_assistant_itself_pins() -> None:
    assert f"wyoming=={pinned('wyoming')}" in MANIFEST["requirements"]


def test_what_home_assistant_installs_for_the_integration_is_what_the_tests_run() -> None:
    exact = [requirement.split("==") for requirement in MANIFEST["requirements"] if "==" in requirement]
    assert {package for package, _ in exact} >= {"segno", "wyoming"}
    assert all(version == pinned(package) for package, version in exact)


def test_continuous_integration_calls_the_one_test_script_and_nothing_else() -> None:
    commands = [
        line
        for line in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith(("#", "set ", "cd "))
    ]
    assert commands == ['exec "$(dirname "$0")/../scripts/test"']
