"""Who knocked at a voice host in vain stands in the ledger, once, and at most once a minute."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
import ssl
from typing import Any

from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.const import CONF_HOSTS, CONF_OWN_HOST
from custom_components.earshot.gate import refusals as refusals_module
from custom_components.earshot.gate.refusals import STORE_KEY, Refusals
from custom_components.earshot.host.voice_host.contract import Refused
from custom_components.earshot.host_link import kept
from custom_components.earshot.host_link.chosen import ChosenHost
from custom_components.earshot.ledger import TurnedAway
from custom_components.earshot.ledger.record import Record
from tests.gate.house import REPORT, FakeHost, House
from tests.gate.test_real_host import until
from tests.gate.test_several_hosts import house_with
from tests.host_link.guarded_hosts import guarded_host
from tests.test_database_flow import records
from voice_host.pairing import client_context, make_secret


class Notebook:
    """Stands in for the storage: writes when it can."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.works = True

    async def write(self, records: list[Record]) -> bool:
        self.records += records if self.works else []
        return self.works


@pytest.fixture
def attic() -> Any:
    host = FakeHost(None, None, None)  # type: ignore[arg-type]  # it asks for none of them
    host.title = "attic"  # type: ignore[assignment]  # it is elsewhere
    return host


@pytest.fixture
async def following(hass: HomeAssistant, attic: Any) -> AsyncIterator[tuple[Refusals, Notebook]]:
    notebook: Any = Notebook()
    refusals = Refusals(hass, notebook, attic)
    await refusals.start()
    yield refusals, notebook
    await refusals.stop()


def tells(host: Any, run: str, **counts: int) -> None:
    """Let a host tell of these refusals since its start."""
    refused = tuple(Refused(why=why, count=count, last_from="192.168.1.66") for why, count in counts.items())
    host.report = replace(REPORT, run=run, refused=refused)


def entered(notebook: Notebook) -> list[tuple[str, int]]:
    return [(record.why, record.count) for record in notebook.records if isinstance(record, TurnedAway)]


async def test_each_is_entered_once_with_host_reason_and_address(
    following: tuple[Refusals, Notebook], attic: Any
) -> None:
    refusals, notebook = following
    tells(attic, "a", wrong_code=2)
    await refusals.enter()
    await refusals.enter()
    tells(attic, "a", wrong_code=5, no_tls=1)
    await refusals.enter()
    assert entered(notebook) == [("wrong_code", 2), ("wrong_code", 3), ("no_tls", 1)]
    first = notebook.records[0]
    assert isinstance(first, TurnedAway)
    assert (first.label, first.last_from) == ("attic", "192.168.1.66")


async def test_a_host_that_starts_anew_counts_anew(following: tuple[Refusals, Notebook], attic: Any) -> None:
    refusals, notebook = following
    for run in ("a", "b"):
        tells(attic, run, timeout=2)
        await refusals.enter()
    assert entered(notebook) == [("timeout", 2), ("timeout", 2)]


async def test_what_could_not_be_written_is_entered_later(following: tuple[Refusals, Notebook], attic: Any) -> None:
    refusals, notebook = following
    notebook.works = False
    tells(attic, "a", wrong_code=1)
    await refusals.enter()
    notebook.works = True
    tells(attic, "a", wrong_code=4)
    await refusals.enter()
    assert entered(notebook) == [("wrong_code", 4)]


async def test_a_restart_of_home_assistant_enters_nothing_twice(
    hass: HomeAssistant, following: tuple[Refusals, Notebook], attic: Any, hass_storage: dict[str, Any]
) -> None:
    refusals, notebook = following
    tells(attic, "a", wrong_code=2)
    await refusals.enter()
    assert hass_storage[STORE_KEY]["data"] == {"attic": {"run": "a", "counts": {"wrong_code": 2}}}
    after: Any = Notebook()
    again = Refusals(hass, after, attic)
    await again.start()
    await again.enter()
    await again.stop()
    assert entered(notebook) == [("wrong_code", 2)]
    assert not after.records


async def test_somebody_who_knocks_all_the_time_is_entered_once_a_minute(
    following: tuple[Refusals, Notebook], attic: Any
) -> None:
    _, notebook = following
    for count in range(1, 20):
        tells(attic, "a", wrong_code=count)
        attic.turn(available=True)
        for _ in range(20):
            await asyncio.sleep(0)
    await until(lambda: bool(notebook.records))
    assert len(notebook.records) == 1
    assert refusals_module.INTERVAL_SECONDS == 60


@pytest.mark.usefixtures("socket_enabled")
async def test_a_stranger_at_the_door_reaches_the_ledger(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "HEALTH_SECONDS", 0.05)
    monkeypatch.setattr(refusals_module, "INTERVAL_SECONDS", 0.05)
    async with guarded_host() as host:
        with pytest.raises((ConnectionError, ssl.SSLError)):
            await asyncio.open_connection(
                "127.0.0.1", host.address.port, ssl=client_context(make_secret()), server_hostname=""
            )
        data = {CONF_OWN_HOST: False, CONF_HOSTS: [ChosenHost("attic", host.address).to_data()]}
        async with house_with(hass, data) as house:
            await until(lambda: bool(turned_away(house)))
            found = turned_away(house)
            await house.runtime.refusals.enter()
            assert turned_away(house) == found, "and only once"
    assert [(one.label, one.why, one.count, one.last_from) for one in found] == [
        ("attic", "wrong_code", 1, "127.0.0.1")
    ]


def turned_away(house: House) -> list[TurnedAway]:
    return [record for record in records(house) if isinstance(record, TurnedAway)]
