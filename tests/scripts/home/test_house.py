"""The demo home's configuration agrees with its names, which the grammar's benchmark speaks."""

import json
from pathlib import Path

import pytest

from scripts.home import house
from scripts.home.names import HOME
from scripts.home.paths import HomePaths
from scripts.home.seed import seed


@pytest.fixture
def configuration(tmp_path: Path) -> dict[str, list[dict[str, object]]]:
    seed(HomePaths(tmp_path), 8123)
    content: dict[str, list[dict[str, object]]] = json.loads((tmp_path / "config" / "configuration.yaml").read_text())
    return content


def test_every_name_is_a_thing_of_its_domain(configuration: dict[str, list[dict[str, object]]]) -> None:
    made = {(domain, item["name"]) for block in configuration["template"] for domain, (item,) in _blocks(block)}
    made |= {("scene", item["name"]) for item in configuration["scene"]}

    assert made == {(entity.domain, entity.names[0]) for entity in HOME.entities}


def test_every_thing_has_an_identity_of_its_own() -> None:
    assert len({thing.slug for thing in house.THINGS}) == len(HOME.entities)


def test_every_room_is_named_and_stands_on_a_named_floor() -> None:
    rooms = {place.names[0] for place in HOME.areas}
    floors = {place.names[0] for place in HOME.floors}

    assert set(house.FLOOR_OF) == rooms
    assert set(house.FLOOR_OF.values()) == floors
    assert {entity.area for entity in HOME.entities} <= rooms


def test_a_scene_reaches_only_things_that_are_there() -> None:
    ids = {thing.entity_id for thing in house.THINGS}

    assert {entity for scene in house.scenes() for entity in scene["entities"]} <= ids


def test_seeding_again_keeps_the_accounts_and_changes_the_port(tmp_path: Path) -> None:
    paths = HomePaths(tmp_path)
    seed(paths, 8123)
    onboarding = paths.config / ".storage" / "onboarding"
    onboarding.write_text('{"done": "by a person"}')

    seed(paths, 8124)

    assert onboarding.read_text() == '{"done": "by a person"}'
    assert json.loads((paths.config / ".storage" / "http").read_text())["data"]["stable"]["server_port"] == 8124


def _blocks(block: dict[str, object]) -> list[tuple[str, list[dict[str, object]]]]:
    return [(domain, items) for domain, items in block.items() if isinstance(items, list)]


def test_an_environment_that_earshot_installed_itself_stays(tmp_path: Path) -> None:
    paths = HomePaths(tmp_path)
    environment = paths.config / ".cache" / "earshot" / "host-env"
    environment.mkdir(parents=True)
    seed(paths, 8123)
    assert environment.is_dir()
    assert not environment.is_symlink()
