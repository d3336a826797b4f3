"""A comparison is entered, and one that disagrees stays in the repairs until the same checkpoint agrees."""

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
import pytest

from custom_components.earshot.const import DOMAIN
from custom_components.earshot.errors import CheckpointUnreadableError, LedgerUnavailableError
from custom_components.earshot.gate.witness import DISAGREES
from custom_components.earshot.ledger import Ledger
from custom_components.earshot.ledger.body import decode_body
from custom_components.earshot.ledger.checkpoint import SigningKey
from custom_components.earshot.ledger.record import CheckpointWitnessed
from tests.gate.house import House


@pytest.fixture
def forged(house: House) -> str:
    """Return a checkpoint of this ledger's name over a history that it never had."""
    return SigningKey.generate(house.runtime.ledger.keys[0].name).sign(1, b"x" * 32)


def issue(hass: HomeAssistant) -> ir.IssueEntry | None:
    return ir.async_get(hass).async_get_issue(DOMAIN, DISAGREES)


def entered(house: House) -> CheckpointWitnessed:
    """Return the newest entry."""
    ledger = house.runtime.ledger
    with ledger._store.read() as snapshot:
        (row,) = snapshot.entries(ledger.size() - 1)
    _, record = decode_body(row.body or b"")
    assert isinstance(record, CheckpointWitnessed)
    return record


async def test_a_checkpoint_that_agrees_is_entered_with_the_person_who_held_it(
    hass: HomeAssistant, house: House, hass_admin_user: User
) -> None:
    await house.say()
    await house.over()
    note = await hass.async_add_executor_job(house.runtime.ledger.checkpoint)
    comparison = await house.runtime.witnesses.compare(note, hass_admin_user, "qr")
    record = entered(house)
    assert (record.witness, record.how, record.agrees) == (hass_admin_user.name, "qr", True)
    assert (record.size, record.root) == (comparison.size, comparison.root)
    assert await house.runtime.witnesses.last() == record
    assert issue(hass) is None


@pytest.mark.promise(6)
async def test_a_checkpoint_that_disagrees_is_entered_and_shown(
    hass: HomeAssistant, house: House, hass_admin_user: User, forged: str
) -> None:
    await house.runtime.witnesses.compare(forged, hass_admin_user, "text")
    assert entered(house).agrees is False
    found = issue(hass)
    assert found is not None
    assert (found.severity, found.is_persistent) == (ir.IssueSeverity.CRITICAL, True)
    assert found.translation_placeholders == {"size": "1", "witness": hass_admin_user.name}


async def test_it_is_shown_until_the_same_checkpoint_agrees_and_no_other(
    hass: HomeAssistant, house: House, hass_admin_user: User, forged: str
) -> None:
    ledger, witnesses = house.runtime.ledger, house.runtime.witnesses
    await witnesses.compare(forged, hass_admin_user, "text")
    note = await hass.async_add_executor_job(ledger.checkpoint)
    await witnesses.compare(note, hass_admin_user, "text")
    assert issue(hass) is not None
    await hass.config_entries.async_unload(house.entry.entry_id)
    assert issue(hass) is not None


async def test_it_goes_when_the_right_ledger_is_back(
    hass: HomeAssistant, house: House, hass_admin_user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    witnesses = house.runtime.witnesses
    note = await hass.async_add_executor_job(house.runtime.ledger.checkpoint)
    with monkeypatch.context() as patched:
        patched.setattr("custom_components.earshot.ledger.witness._root", lambda *_: None)
        await witnesses.compare(note, hass_admin_user, "text")
    assert issue(hass) is not None
    await witnesses.compare(note, hass_admin_user, "text")
    assert issue(hass) is None


async def test_it_goes_together_with_the_ledger(
    hass: HomeAssistant, house: House, hass_admin_user: User, forged: str
) -> None:
    await house.runtime.witnesses.compare(forged, hass_admin_user, "text")
    await hass.config_entries.async_remove(house.entry.entry_id)
    assert issue(hass) is None


async def test_a_disagreement_is_shown_even_if_it_cannot_be_entered(
    hass: HomeAssistant, house: House, hass_admin_user: User, forged: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Ledger, "append", refuse)
    with pytest.raises(LedgerUnavailableError):
        await house.runtime.witnesses.compare(forged, hass_admin_user, "text")
    assert issue(hass) is not None


async def test_what_is_no_checkpoint_leaves_no_trace(hass: HomeAssistant, house: House, hass_admin_user: User) -> None:
    size = house.runtime.ledger.size()
    with pytest.raises(CheckpointUnreadableError):
        await house.runtime.witnesses.compare("no checkpoint", hass_admin_user, "text")
    assert house.runtime.ledger.size() == size
    assert issue(hass) is None
