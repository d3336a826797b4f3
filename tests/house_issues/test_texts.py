"""Each issue and each reason that a flow gives has its words, which use what the issue tells and nothing else."""

import json
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from custom_components.earshot import house_issues

ISSUES: dict[str, Any] = json.loads(
    Path(house_issues.__file__).parents[1].joinpath("translations", "en.json").read_text()
)["issues"]

TOLD: dict[str, set[str]] = {
    "engine_refused": {"satellite", "engines"},
    "engine_past_rule": {"satellite", "engines"},
    "satellite_port_open": {"satellite", "host", "port"},
    "clock_jumped": {"before", "after"},
    "debug_logging": {"loggers"},
    "rules_missing": set(),
    "paired_satellite_astray": {"satellite", "pipeline"},
}
REASONS = {
    "debug_logging": {"no_logger", "still_on"},
    "rules_missing": {"not_loaded", "not_saved"},
    "paired_satellite_astray": {"not_loaded", "still_astray"},
}


@pytest.mark.parametrize("issue", TOLD)
def test_an_issue_says_what_it_is_about(issue: str) -> None:
    told = ISSUES[issue]
    mending = told.get("fix_flow", {})
    texts = mending["step"]["confirm"] if mending else told
    used = {name for text in (told["title"], *texts.values()) for _, name, _, _ in Formatter().parse(text) if name}
    assert texts["description"]
    assert used == TOLD[issue]


@pytest.mark.parametrize("issue", REASONS)
def test_a_flow_says_why_it_was_not_enough(issue: str) -> None:
    assert ISSUES[issue]["fix_flow"]["abort"].keys() == REASONS[issue]
