"""Home Assistant's quality scale: every rule is done, and this says how one sees it, or it is said why not.

The list of rules is Home Assistant's (https://developers.home-assistant.io/docs/core/integration-quality-scale).
Its own checker is not in its package, so what that would look for in the source is looked for here, as far as it can
be read.
"""

import ast
from collections.abc import Iterator
import json
from pathlib import Path
import re
import tomllib
from typing import Any

from homeassistant.util.yaml import load_yaml_dict
import pytest

from tests.architecture.source_tree import INTEGRATION, INTEGRATION_MODULES, ROOT, Module
from tests.architecture.test_named_tests import definitions_in

BRONZE = {
    "action-setup",
    "appropriate-polling",
    "brands",
    "common-modules",
    "config-flow",
    "config-flow-test-coverage",
    "dependency-transparency",
    "docs-actions",
    "docs-conditions",
    "docs-high-level-description",
    "docs-installation-instructions",
    "docs-removal-instructions",
    "docs-triggers",
    "entity-event-setup",
    "entity-unique-id",
    "has-entity-name",
    "runtime-data",
    "test-before-configure",
    "test-before-setup",
    "unique-config-entry",
}
SILVER = {
    "action-exceptions",
    "config-entry-unloading",
    "docs-configuration-parameters",
    "docs-installation-parameters",
    "entity-unavailable",
    "integration-owner",
    "log-when-unavailable",
    "parallel-updates",
    "reauthentication-flow",
    "test-coverage",
}
GOLD = {
    "devices",
    "diagnostics",
    "discovery",
    "discovery-update-info",
    "docs-data-update",
    "docs-examples",
    "docs-known-limitations",
    "docs-supported-devices",
    "docs-supported-functions",
    "docs-troubleshooting",
    "docs-use-cases",
    "dynamic-devices",
    "entity-category",
    "entity-device-class",
    "entity-disabled-by-default",
    "entity-translations",
    "exception-translations",
    "icon-translations",
    "reconfiguration-flow",
    "repair-issues",
    "stale-devices",
}
PLATINUM = {"async-dependency", "inject-websession", "strict-typing"}
RULES = BRONZE | SILVER | GOLD | PLATINUM

HERE = "tests/architecture/test_quality_scale.py"
RUNNING = "tests/test_quality_scale.py"

PROOFS: dict[str, tuple[str, ...]] = {
    "action-setup": ("tests/services/test_asking.py::test_without_a_loaded_entry_the_actions_say_so",),
    "brands": (f"{HERE}::test_there_is_a_picture_of_each_size",),
    "common-modules": (f"{HERE}::test_entities_have_what_is_common_in_one_module",),
    "config-flow": (
        "tests/test_config_flow.py::test_the_real_host_is_started_speaks_is_stopped_and_an_entry_with_an_assistant_is_made",
        f"{HERE}::test_each_field_of_a_dialog_is_explained",
    ),
    "config-flow-test-coverage": ("scripts/coverage",),
    "dependency-transparency": (f"{HERE}::test_each_requirement_is_published_with_its_source",),
    "docs-actions": (f"{HERE}::test_each_action_is_in_the_documentation",),
    "docs-conditions": (f"{HERE}::test_each_condition_is_in_the_documentation",),
    "docs-high-level-description": ("docs/README.md#What Earshot is",),
    "docs-installation-instructions": ("docs/installation.md#Installing",),
    "docs-removal-instructions": ("docs/installation.md#Removing",),
    "docs-triggers": (f"{HERE}::test_each_trigger_is_in_the_documentation",),
    "entity-event-setup": (f"{HERE}::test_an_entity_subscribes_to_nothing_before_it_is_added",),
    "entity-unique-id": (f"{RUNNING}::test_every_entity_is_registered_and_has_a_name_of_its_own",),
    "has-entity-name": (f"{RUNNING}::test_every_entity_is_registered_and_has_a_name_of_its_own",),
    "runtime-data": (f"{HERE}::test_what_runs_is_in_the_runtime_data",),
    "test-before-configure": (
        "tests/test_config_flow.py::test_a_host_that_does_not_start_is_shown_with_its_reason_and_tried_again",
        "tests/test_host_flow.py::test_what_was_typed_wrongly_is_told_and_can_be_put_right",
    ),
    "test-before-setup": ("tests/test_init.py::test_a_host_that_does_not_start_is_tried_again_if_that_can_help",),
    "unique-config-entry": ("tests/test_config_flow.py::test_there_is_one_earshot",),
    "action-exceptions": (
        "tests/test_translate_errors.py::test_a_mistake_of_who_asks_is_told_from_a_failure",
        "tests/services/test_asking.py::test_a_query_that_makes_no_sense_is_refused",
    ),
    "config-entry-unloading": ("tests/test_init.py::test_unloading_leaves_nothing_running",),
    "docs-configuration-parameters": (f"{HERE}::test_each_field_of_a_dialog_is_in_the_documentation",),
    "docs-installation-parameters": (
        "docs/installation.md#What you are asked on the way",
        f"{HERE}::test_each_field_of_a_dialog_is_in_the_documentation",
    ),
    "entity-unavailable": (
        "tests/test_init.py::test_an_entry_brings_four_entities_that_come_and_go_with_the_host",
        "tests/test_sensor.py::test_a_ledger_that_does_not_answer_is_asked_again_with_the_next_utterance",
        "tests/satellites/test_entities.py::test_a_ledger_that_does_not_answer_is_asked_again_with_the_next_utterance",
    ),
    "integration-owner": (f"{HERE}::test_somebody_owns_it",),
    "log-when-unavailable": (
        "tests/host_link/test_remote.py::test_one_that_stays_away_is_told_of_once_and_again_when_it_is_there",
        f"{RUNNING}::test_an_outage_of_the_ledger_is_logged_once_and_its_end",
    ),
    "parallel-updates": (f"{HERE}::test_each_platform_says_how_many_updates_at_once",),
    "reauthentication-flow": (
        "tests/test_reauthentication.py::test_a_host_that_was_given_another_code_is_found_out",
        "tests/test_host_flow.py::test_a_host_with_another_code_is_in_use_again_once_somebody_typed_it",
        "tests/test_database_flow.py::test_a_server_that_does_not_let_us_in_any_more_has_its_address_asked_for",
    ),
    "devices": (
        "tests/test_sensor.py::test_they_are_facts_about_the_ledger_for_whoever_looks_closer",
        "tests/satellites/test_entities.py::test_they_stand_on_the_satellites_own_device",
    ),
    "diagnostics": ("tests/test_diagnostics.py::test_diagnostics_tell_facts_and_no_words",),
    "discovery": (
        "tests/test_host_flow.py::test_a_host_that_announces_itself_needs_its_code_and_nothing_else",
        "tests/test_host_flow.py::test_the_app_is_set_up_without_typing_anything",
    ),
    "discovery-update-info": (
        "tests/test_host_flow.py::test_a_host_with_a_new_address_is_followed_when_it_proves_who_it_is",
        "tests/test_host_flow.py::test_somebody_who_only_says_to_be_a_known_host_is_not_followed",
    ),
    "docs-data-update": ("docs/data-update.md#How Earshot learns things, and when",),
    "docs-examples": ("docs/examples.md#What people do with it", f"{RUNNING}::test_the_examples_are_automations"),
    "docs-known-limitations": ("docs/limitations.md#What it cannot do",),
    "docs-supported-devices": ("docs/supported.md#Satellites",),
    "docs-supported-functions": ("docs/supported.md#What it does",),
    "docs-troubleshooting": ("docs/troubleshooting.md#When something does not work",),
    "docs-use-cases": ("docs/examples.md#What people do with it",),
    "dynamic-devices": (
        "tests/satellites/test_entities.py::test_only_paired_satellites_have_them_and_lose_them_with_the_pairing",
        "tests/satellites/test_pairing.py::test_one_that_comes_back_is_paired_again",
    ),
    "entity-category": (f"{RUNNING}::test_what_is_no_engine_and_no_event_has_a_category",),
    "entity-device-class": (f"{RUNNING}::test_a_sensor_has_a_device_class_or_there_is_none_for_it",),
    "entity-disabled-by-default": (f"{RUNNING}::test_what_changes_often_is_off_until_somebody_wants_it",),
    "entity-translations": ("tests/test_entities.py::test_every_entity_has_a_translated_name",),
    "exception-translations": (
        f"{HERE}::test_what_a_person_is_told_of_a_failure_is_translated",
        "tests/test_translate_errors.py::test_each_error_has_a_sentence",
    ),
    "icon-translations": (
        f"{HERE}::test_each_entity_action_trigger_and_condition_has_an_icon",
        f"{HERE}::test_no_icon_is_written_into_the_code",
    ),
    "reconfiguration-flow": (
        "tests/test_host_flow.py::test_a_host_is_changed_after_it_was_tried",
        "tests/test_host_flow.py::test_what_can_be_changed_follows_from_what_there_is",
    ),
    "repair-issues": (
        "tests/test_repairs.py::test_an_issue_is_raised_after_several_failures_and_goes_when_the_host_has_kept_running",
        "tests/test_repairs.py::test_fixing_it_starts_the_host_without_the_wait",
    ),
    "stale-devices": (
        "tests/test_stale_devices.py::test_a_device_without_entities_is_gone_after_a_start_and_the_others_are_not",
        "tests/test_stale_devices.py::test_only_a_device_that_nothing_stands_on_can_be_removed_by_hand",
    ),
    "async-dependency": (f"{HERE}::test_what_speaks_with_a_host_never_blocks",),
    "inject-websession": (f"{HERE}::test_no_http_session_is_our_own",),
    "strict-typing": (f"{HERE}::test_types_are_checked_strictly",),
}
"""How one sees that a rule is kept: a test (`file::name`), a page and its heading (`file#heading`), or a file."""

SCALE: dict[str, Any] = load_yaml_dict(str(INTEGRATION / "quality_scale.yaml"))["rules"]
ENGLISH: dict[str, Any] = json.loads((INTEGRATION / "translations" / "en.json").read_text(encoding="utf-8"))
ICONS: dict[str, Any] = json.loads((INTEGRATION / "icons.json").read_text(encoding="utf-8"))
MANIFEST: dict[str, Any] = json.loads((INTEGRATION / "manifest.json").read_text(encoding="utf-8"))
PLATFORMS = [
    module
    for module in INTEGRATION_MODULES
    if any(isinstance(node, ast.AsyncFunctionDef) and node.name == "async_setup_entry" for node in module.tree.body)
    and "." not in module.name
    and module.name not in {"__init__", "panel"}
]


def status(rule: str) -> str:
    said = SCALE[rule]
    return said if isinstance(said, str) else str(said["status"])


DONE = sorted(rule for rule in SCALE if status(rule) == "done")


# ---- The list itself


def test_the_scale_has_every_rule_and_no_other() -> None:
    assert len(RULES) == 54
    assert set(SCALE) == RULES


@pytest.mark.parametrize("rule", sorted(SCALE))
def test_a_rule_is_done_or_it_is_said_why_not(rule: str) -> None:
    assert status(rule) in {"done", "exempt", "todo"}
    if status(rule) != "done":
        assert len(SCALE[rule]["comment"]) > 30


def test_what_is_done_is_what_has_a_proof() -> None:
    assert set(DONE) == set(PROOFS)


@pytest.mark.parametrize(("rule", "proof"), [(rule, proof) for rule, found in PROOFS.items() for proof in found])
def test_a_proof_is_there(rule: str, proof: str) -> None:
    file, test, name = proof.partition("::")
    page, heading, title = file.partition("#")
    assert (ROOT / page).is_file(), rule
    if test:
        assert name in definitions_in(ROOT / page), rule
    if heading:
        assert re.search(rf"^#+ {re.escape(title)}$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE), rule


# ---- What can be read in the source


def test_there_is_a_picture_of_each_size() -> None:
    for name in ("icon.png", "icon@2x.png"):
        assert (INTEGRATION / "brand" / name).read_bytes().startswith(b"\x89PNG")


def test_platforms_are_found() -> None:
    assert {module.name for module in PLATFORMS} >= {
        "sensor",
        "switch",
        "select",
        "stt",
        "tts",
        "conversation",
        "event",
    }


@pytest.mark.parametrize("module", PLATFORMS, ids=lambda module: module.name)
def test_each_platform_says_how_many_updates_at_once(module: Module) -> None:
    names = {ast.unparse(node.target) for node in module.tree.body if isinstance(node, ast.AnnAssign)}
    assert "PARALLEL_UPDATES" in names


@pytest.mark.parametrize("module", PLATFORMS, ids=lambda module: module.name)
def test_entities_have_what_is_common_in_one_module(module: Module) -> None:
    assert "entity" in {name.split(".")[0] for name in module.own_imports()}


SUBSCRIBES = re.compile(r"async_(track|dispatcher_connect|listen)|add_listener|async_on_remove")


def test_an_entity_subscribes_to_nothing_before_it_is_added() -> None:
    early = [
        f"{module.name}.{owner.name}.__init__: {ast.unparse(call.func)}"
        for module in (*PLATFORMS, *(one for one in INTEGRATION_MODULES if one.name == "entity"))
        for owner in module.tree.body
        if isinstance(owner, ast.ClassDef)
        for method in owner.body
        if isinstance(method, ast.FunctionDef) and method.name == "__init__"
        for call in ast.walk(method)
        if isinstance(call, ast.Call) and SUBSCRIBES.search(ast.unparse(call.func))
    ]
    assert not early


def test_what_runs_is_in_the_runtime_data() -> None:
    used = [
        f"{module.name}:{node.lineno}"
        for module in INTEGRATION_MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Subscript | ast.Call) and re.search(r"\.data(\.\w+\(|\[)DOMAIN\b", ast.unparse(node))
    ]
    assert not used
    runtime = next(module for module in INTEGRATION_MODULES if module.name == "runtime")
    assert "type EarshotConfigEntry = ConfigEntry[RuntimeData]" in ast.unparse(runtime.tree)


TOLD = {
    "HomeAssistantError",
    "ServiceValidationError",
    "ConfigEntryError",
    "ConfigEntryNotReady",
    "ConfigEntryAuthFailed",
}


def test_what_a_person_is_told_of_a_failure_is_translated() -> None:
    raised = [
        (f"{module.name}:{node.lineno}", node)
        for module in INTEGRATION_MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in TOLD
    ]
    assert raised
    for where, call in raised:
        given = {keyword.arg for keyword in call.keywords}
        assert {"translation_domain", "translation_key"} <= given, where


def test_no_icon_is_written_into_the_code() -> None:
    for module in INTEGRATION_MODULES:
        assert "_attr_icon" not in module.path.read_text(encoding="utf-8"), module.name
        assert not re.search(r"\bicon=\"mdi:", module.path.read_text(encoding="utf-8")), module.name


def descriptions(name: str) -> list[str]:
    """Return what a file such as `services.yaml` describes; nothing where there is no such file."""
    path = INTEGRATION / name
    found = load_yaml_dict(str(path)) if path.is_file() else {}
    return [key for key in found if not key.startswith(".")]


def test_each_entity_action_trigger_and_condition_has_an_icon() -> None:
    for domain, entities in ENGLISH["entity"].items():
        missing = entities.keys() - ICONS["entity"].get(domain, {}).keys()
        assert missing <= HAS_A_CLASS, f"{domain}: {missing}"
    for kind in ("service", "trigger", "condition"):
        described = descriptions(f"{kind}s.yaml")
        assert [one for one in described if kind not in ICONS[f"{kind}s"].get(one, {})] == []


HAS_A_CLASS: set[str] = set()
"""Entities whose icon comes with their device class."""


def dialogs(tree: Any) -> Iterator[dict[str, Any]]:
    """Find the steps of all dialogs that have fields."""
    if isinstance(tree, dict):
        if isinstance(tree.get("data"), dict):
            yield tree
        for key, value in tree.items():
            if key not in {"data", "data_description"}:
                yield from dialogs(value)


DIALOGS = [*dialogs(ENGLISH["config"]), *dialogs(ENGLISH["config_subentries"])]


@pytest.mark.parametrize("dialog", DIALOGS, ids=lambda dialog: dialog["title"])
def test_each_field_of_a_dialog_is_explained(dialog: dict[str, Any]) -> None:
    assert dialog["data"].keys() == dialog.get("data_description", {}).keys()


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("dialog", DIALOGS, ids=lambda dialog: dialog["title"])
def test_each_field_of_a_dialog_is_in_the_documentation(dialog: dict[str, Any]) -> None:
    written = page("installation.md") + page("configuration.md")
    assert [label for label in dialog["data"].values() if label not in written] == []


def test_each_action_is_in_the_documentation() -> None:
    written = page("actions.md")
    actions = descriptions("services.yaml")
    assert len(actions) > 10
    assert [action for action in actions if f"`earshot.{action}`" not in written] == []


def test_each_trigger_is_in_the_documentation() -> None:
    written = page("automations.md")
    triggers = descriptions("triggers.yaml")
    assert len(triggers) > 10
    assert [trigger for trigger in triggers if f"`earshot.{trigger}`" not in written] == []


def test_each_condition_is_in_the_documentation() -> None:
    written = page("automations.md")
    conditions = descriptions("conditions.yaml")
    assert conditions
    assert [condition for condition in conditions if f"`earshot.{condition}`" not in written] == []


def test_somebody_owns_it() -> None:
    assert all(re.fullmatch(r"@[\w-]+", owner) for owner in MANIFEST["codeowners"])
    assert MANIFEST["codeowners"]


def test_each_requirement_is_published_with_its_source() -> None:
    locked = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    published = {one["name"] for one in locked if "registry" in one["source"] and "sdist" in one}
    wanted = {re.split(r"[=<>~!]", requirement, maxsplit=1)[0] for requirement in MANIFEST["requirements"]}
    assert wanted
    assert wanted <= published


BLOCKING = {"wyoming.event": {"read_event", "write_event"}}


def test_what_speaks_with_a_host_never_blocks() -> None:
    for module in INTEGRATION_MODULES:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                assert not {alias.name for alias in node.names} & BLOCKING.get(node.module or "", set()), module.name
                assert (node.module or "").split(".")[0] not in {"socket", "requests", "urllib3"}, module.name


def test_no_http_session_is_our_own() -> None:
    made = [
        f"{module.name}:{node.lineno}"
        for module in INTEGRATION_MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "ClientSession"
    ]
    assert not made


def test_types_are_checked_strictly() -> None:
    configured = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]
    assert configured["strict"]
    assert "custom_components" in configured["files"]
    assert 'step "types: Earshot, scripts, benchmarks, tests" .venv/bin/mypy' in Path(ROOT, "scripts/check").read_text(
        encoding="utf-8"
    )
