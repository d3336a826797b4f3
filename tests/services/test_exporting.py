"""Exporting facts by an action, to folders that Home Assistant may write to and to others."""

from datetime import timedelta
import os
from pathlib import Path
from typing import Any

from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError, Unauthorized
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import MockUser

from custom_components.earshot.const import DOMAIN
from custom_components.earshot.ledger.export_verify import verify_export
from custom_components.earshot.models import ContentKind
from tests.gate.house import COMMAND, House
from tests.people.household import add_person


@pytest.fixture
def folder(hass: HomeAssistant) -> Path:
    """A folder that Home Assistant may write to, among others."""
    for name in ("copies", "elsewhere", "www/deeper"):
        Path(hass.config.path(name)).mkdir(parents=True)
    allowed = Path(hass.config.path("copies"))
    allowed.joinpath("link").symlink_to(hass.config.path("elsewhere"))
    hass.config.allowlist_external_dirs = {str(allowed), hass.config.path("www")}
    return allowed


def files(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*") if one.is_file()]


async def export(
    hass: HomeAssistant, folder: Path | str, context: Context | None = None, **data: Any
) -> dict[str, Any]:
    told: Any = await hass.services.async_call(
        DOMAIN, "export", {"folder": str(folder), **data}, blocking=True, return_response=True, context=context
    )
    return dict(told)


async def test_a_file_is_written_that_proves_itself_and_holds_no_words(
    hass: HomeAssistant, house: House, folder: Path
) -> None:
    await house.say()
    await house.over()
    told = await export(hass, folder)
    size = house.runtime.ledger.size()
    (file,) = files(folder)
    assert told == {"path": str(file), "first": 0, "end": size, "size": file.stat().st_size}
    assert file.name == f"earshot-0-{size - 1}.jsonl"
    assert file.stat().st_mode & 0o777 == 0o600
    with file.open("rb") as written:
        verdict = verify_export(written, house.runtime.ledger.keys)
    assert (verdict.ok, verdict.size) == (True, size)
    words = house.runtime.vault.read((await house.utterance()).utterance_id, ContentKind.WORDS)
    assert COMMAND.encode() in words.lower()
    assert COMMAND.encode() not in file.read_bytes().lower()


async def test_a_time_is_written_and_one_without_entries_is_refused(
    hass: HomeAssistant, house: House, folder: Path
) -> None:
    await house.say()
    await house.over()
    between = house.runtime.ledger.size()
    await house.say()
    newest, _ = await house.utterances()
    told = await export(hass, folder, since=newest.at.isoformat())
    assert told["first"] >= between
    now = dt_util.utcnow()
    with pytest.raises(ServiceValidationError) as refused:
        await export(hass, folder, since=(now + timedelta(hours=1)).isoformat())
    assert refused.value.translation_key == "export_empty"


@pytest.mark.parametrize(
    ("where", "why"),
    [
        ("elsewhere", "export_not_allowed"),
        ("copies/../elsewhere", "export_not_allowed"),
        ("copies/link", "export_not_allowed"),
        ("copies/missing", "export_no_folder"),
        ("copies/missing/too", "export_no_folder"),
        ("www", "export_served"),
        ("www/deeper", "export_served"),
    ],
)
async def test_no_other_folder_is_written_to(
    hass: HomeAssistant, house: House, folder: Path, where: str, why: str
) -> None:
    await house.say()
    await house.over()
    with pytest.raises(ServiceValidationError) as refused:
        await export(hass, f"{hass.config.config_dir}/{where}")
    assert refused.value.translation_key == why
    assert not [one for one in files(folder.parent) if one.name.startswith("earshot-")]


async def test_a_folder_is_named_with_its_whole_path(hass: HomeAssistant, house: House, folder: Path) -> None:
    hass.config.allowlist_external_dirs.add(str(Path.cwd()))
    with pytest.raises(ServiceValidationError) as refused:
        await export(hass, ".")
    assert refused.value.translation_key == "export_not_allowed"


async def test_a_file_that_cannot_be_written_to_its_end_is_not_there(
    hass: HomeAssistant, house: House, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.say()
    await house.over()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(HomeAssistantError) as failed:
        await export(hass, folder)
    assert failed.value.translation_key == "export_unwritten"
    assert not files(folder)


async def test_only_administrators_and_automations_may(
    hass: HomeAssistant, house: House, folder: Path, hass_admin_user: MockUser
) -> None:
    await house.say()
    await house.over()
    anna = await add_person(hass, "Annabel")
    with pytest.raises(Unauthorized):
        await export(hass, folder, Context(user_id=anna.user.id))
    assert not files(folder)
    assert await export(hass, folder, Context(user_id=hass_admin_user.id))
