"""Imports point inwards only. This is the table of the three rings, as data, and its proof."""

import importlib.util
from pathlib import Path
import sys

import pytest

from tests.architecture.source_tree import HOST_MODULES, INTEGRATION_MODULES, Module

VOCABULARY = {"models", "errors", "const"}
CORE = {"ledger", "vault", "policy", "donation", "grammar"}
APPLICATION = {
    "runtime",
    "gate",
    "databases",
    "traces",
    "couriers",
    "donating",
    "host_link",
    "house",
    "assistants",
    "satellites",
    "people",
    "at_a_glance",
    "privacy_events",
    "digest",
    "review_desk",
}

# What a core package may import beside the standard library. Everything else is refused.
CORE_FOREIGN = {
    "grammar": {"hassil", "home_assistant_intents", "unicode_rbnf"},
}
FOREIGN_BY_MODULE = {
    # Every module of this package too: it is what knows SQL.
    "ledger.sql_store": {"sqlalchemy"},
    "ledger.checkpoint": {"cryptography"},
    "vault.sealing": {"cryptography"},
    "vault.household": {"cryptography"},
    # FLAC, by the library that Home Assistant itself ships for its camera streams.
    "vault.flac": {"av"},
    # The desk's own store, for the same reason.
    "donation.desk.desk_store": {"sqlalchemy"},
    "donation.signing": {"cryptography"},
    "donation.bundle": {"cryptography"},
    "donation.reply": {"cryptography"},
    # Every module of this package too: it is what reckons with sound.
    "donation.sound": {"numpy"},
}
# The surface may know the shape of what it shows, never how it is made or kept.
TYPES_OF_CORE = {
    "donation.addresses",
    "donation.answers",
    "donation.bundle",
    "donation.choices",
    "donation.consent",
    "donation.desk.answers",
    "donation.desk.layouts",
    "donation.label",
    "donation.purposes",
    "donation.receipts",
    "donation.statement",
    "donation.texts",
    "ledger",
    "ledger.jsonable",
    "ledger.query",
    "ledger.record",
    "ledger.search",
    "ledger.totals",
    "ledger.verdict",
    "ledger.verify",
    "ledger.view",
    "ledger.witness",
    # Of the application, and of the same kind: what is told of donation and of the house, what a review desk shows,
    # and what is configured of it.
    "donating.told",
    "house.told",
    "review_desk.configured",
    "review_desk.shown",
}


def ring(module: Module) -> str:
    if module.part in VOCABULARY:
        return "vocabulary"
    if module.part in CORE:
        return "core"
    return "application" if module.part in APPLICATION else "surface"


def of_ring(name: str) -> list[Module]:
    return [module for module in INTEGRATION_MODULES if ring(module) == name]


def part(name: str) -> str:
    return name.split(".", maxsplit=1)[0]


def is_module(name: str) -> bool:
    return any(name in {module.name, module.package} for module in INTEGRATION_MODULES)


def own_modules(module: Module) -> set[str]:
    """What it imports of ours, without the names of functions and classes."""
    return {name for name in module.own_imports() if is_module(name)}


def outside(module: Module) -> set[str]:
    return module.foreign_imports() - set(sys.stdlib_module_names)


def foreign_by_module(module: Module) -> set[str]:
    """What this module, or the package that it is in, may import of others."""
    return FOREIGN_BY_MODULE.get(module.name, set()) | FOREIGN_BY_MODULE.get(module.package, set())


def names(ring_name: str) -> list[str]:
    return [module.name for module in of_ring(ring_name)]


@pytest.mark.parametrize("ring_name", ["vocabulary", "core", "application", "surface"])
def test_every_ring_is_found_so_that_no_rule_passes_on_nothing(ring_name: str) -> None:
    assert of_ring(ring_name)


@pytest.mark.parametrize("module", of_ring("vocabulary"), ids=names("vocabulary"))
def test_the_vocabulary_imports_nothing_of_ours_and_nothing_foreign(module: Module) -> None:
    assert {part(name) for name in own_modules(module)} <= {module.part}
    assert not outside(module)


@pytest.mark.parametrize("module", of_ring("core"), ids=names("core"))
def test_a_core_package_imports_the_vocabulary_and_itself(module: Module) -> None:
    assert {part(name) for name in own_modules(module)} <= VOCABULARY | {module.part}
    allowed = CORE_FOREIGN.get(module.part, set()) | foreign_by_module(module)
    assert outside(module) <= allowed


@pytest.mark.parametrize("module", of_ring("application"), ids=names("application"))
def test_the_application_never_imports_the_surface_nor_storage_libraries(module: Module) -> None:
    imported = {part(name) for name in own_modules(module)}
    allowed = VOCABULARY | CORE | APPLICATION | ({"host"} if module.part == "host_link" else set())
    assert imported <= allowed
    assert not outside(module) & {"sqlalchemy", "cryptography"}


@pytest.mark.parametrize("module", of_ring("surface"), ids=names("surface"))
def test_the_surface_reaches_the_rest_through_the_runtime_data(module: Module) -> None:
    for name in own_modules(module):
        inside = part(name) in VOCABULARY | {module.part, "entity", "runtime", "translate_errors"}
        entry_point = module.name == "__init__"
        assert inside or entry_point or name in TYPES_OF_CORE or part(name) in SURFACE_WIRING.get(module.name, set()), (
            name
        )
    assert not outside(module) & {"sqlalchemy", "cryptography"}


# The few places of the surface that make something of the application, each with its reason.
SURFACE_WIRING = {
    # It starts a host to see that it works, before there is an entry with runtime data.
    "config_flow": {
        "host_link",
        "database_flow",
        "assistant_flow",
        "satellite_flow",
        "host_flow",
        "desk_flow",
        "digest_flow",
    },
    # It fills the texts of a statement before there is a desk.
    "desk_flow": {"review_desk"},
    # It tries a host elsewhere before it is chosen.
    "host_flow": {"host_link"},
    # It offers how often a digest can come.
    "digest_flow": {"digest"},
    # It lists what can stand behind the gate, before there is an object for it.
    "assistant_flow": {"assistants"},
    # It tries a database before it is chosen.
    "database_flow": {"databases"},
    # The event entity and the triggers are told by one source.
    "event": {"privacy_events"},
    "trigger": {"privacy_events"},
    # What is confirmed by pressing twice is remembered for as long as the button is there, and no longer.
    "button": {"house"},
    # It has the flows that mend what those issues are about.
    "repairs": {"house_issues"},
    # A condition cannot wait for the ledger: what it looks at is kept at hand there.
    "condition": {"privacy_events"},
    # Whoever wants donation switched on is shown where somebody can consent.
    "switch": {"donation_issues"},
    # The model action downloads; there is no object with a lifetime for it in the runtime data.
    "services.models": {"host_link", "ledger"},
}


@pytest.mark.parametrize("module", HOST_MODULES, ids=[module.name for module in HOST_MODULES])
def test_the_voice_host_knows_neither_home_assistant_nor_the_integration(module: Module) -> None:
    assert not module.foreign_imports() & {"homeassistant", "custom_components", "hass_nabucasa", "hassil"}


def test_the_contract_is_plain_standard_library() -> None:
    contract = next(module for module in HOST_MODULES if module.name == "contract")
    assert contract.foreign_imports() <= set(sys.stdlib_module_names)
    assert not contract.own_imports()


def test_the_test_sees_an_import_that_points_outwards(tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text("from ..gate.flight import Flight\nimport homeassistant.core\n", encoding="utf-8")
    module = Module(bad, "ledger.bad", "ledger")
    assert "gate.flight" in module.own_imports()
    assert outside(module) == {"homeassistant"}
    assert importlib.util.find_spec("homeassistant") is not None
