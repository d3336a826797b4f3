"""Who in the integration may speak HTTP to somebody else: a table with reasons, and its proof.

A donation leaves by the couriers or not at all. Whoever adds a client elsewhere has to say here what for.
"""

import ast

import pytest

from tests.architecture.source_tree import INTEGRATION_MODULES, Module

CLIENTS = {"ClientSession", "ClientTimeout", "request", "async_get_clientsession", "async_create_clientsession"}
"""Names with which a request goes out by aiohttp, or by Home Assistant's sessions of it."""
OTHER_CLIENTS = {"httpx", "requests", "urllib3", "http.client", "urllib.request", "websockets", "pycurl"}
SESSIONS_OF_HOME_ASSISTANT = {"homeassistant.helpers.aiohttp_client", "homeassistant.helpers.httpx_client"}

OUTGOING = {
    "couriers": "it alone speaks with review desks",
    "host_link.models.download": "a model that a person asked for, from the address in the catalogue",
    "services.models": "hands that download the session that Home Assistant shares",
}

TO_DESKS = {"donation.answers": {"write_request"}, "donation.bundle": {"seal_bundle"}}
"""What only has a use for whoever sends it to a desk."""
DONORS = {
    "donation.answers": {"couriers"},
    "donation.bundle": {"donating", "donation"},
}
"""Who may use it. Sealing is the donor's; asking with the token is the courier's."""


def goes_out(module: Module) -> bool:
    """Return whether a module has in its hands what sends a request."""
    return any(_is_client(node) for node in ast.walk(module.tree))


def _is_client(node: ast.AST) -> bool:
    if isinstance(node, ast.Import):
        return any(alias.name in OTHER_CLIENTS | SESSIONS_OF_HOME_ASSISTANT for alias in node.names)
    if isinstance(node, ast.ImportFrom) and node.level == 0:
        source, names = node.module or "", {alias.name for alias in node.names}
        imported = {source} | {f"{source}.{name}" for name in names}
        of_aiohttp = source.split(".")[0] == "aiohttp" and names & CLIENTS
        return bool(of_aiohttp or imported & (OTHER_CLIENTS | SESSIONS_OF_HOME_ASSISTANT))
    named = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "aiohttp"
    return named and isinstance(node, ast.Attribute) and node.attr in CLIENTS


def test_only_who_has_a_reason_speaks_http_to_others() -> None:
    assert {module.name for module in INTEGRATION_MODULES if goes_out(module)} == set(OUTGOING)


@pytest.mark.parametrize("name", TO_DESKS)
def test_what_is_for_a_desk_is_used_by_the_donor_and_the_courier_only(name: str) -> None:
    wanted = {f"{name}.{each}" for each in TO_DESKS[name]}
    for module in INTEGRATION_MODULES:
        if module.own_imports() & wanted:
            assert module.part in DONORS[name], module.name


@pytest.mark.parametrize(
    "source",
    [
        "import aiohttp\nasync def send():\n    async with aiohttp.ClientSession() as session: ...\n",
        "from aiohttp import ClientSession\n",
        "from homeassistant.helpers.aiohttp_client import async_get_clientsession\n",
        "from homeassistant.helpers import aiohttp_client\n",
        "import urllib.request\n",
        "from http import client\n",
        "def later():\n    import requests\n",
    ],
)
def test_the_test_sees_a_client(tmp_path_factory: pytest.TempPathFactory, source: str) -> None:
    path = tmp_path_factory.mktemp("bad") / "bad.py"
    path.write_text(source, encoding="utf-8")
    assert goes_out(Module(path, "gate.bad", "gate"))


def test_the_test_does_not_take_a_server_for_a_client(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("good") / "good.py"
    path.write_text("from aiohttp import web\nweb.Response()\n", encoding="utf-8")
    assert not goes_out(Module(path, "http", ""))
