"""A new place is a new file, and nothing else."""

from pathlib import Path
import sys
from types import ModuleType

from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.traces import places
from custom_components.earshot.traces.place import Found
from custom_components.earshot.traces.table import read_table
from custom_components.earshot.traces.traces import Traces

A_PLACE = """
from custom_components.earshot.traces.place import Found, Purged

class Drawer:
    name = "drawer"

    async def measure(self, hass):
        return Found(place=self.name, count=7)

    async def purge(self, hass):
        return Purged(place=self.name, count=7)

    async def forget(self, hass, said):
        return Purged(place=self.name)

PLACE = Drawer()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for modules; the one above it is the home's."""
    folder = tmp_path / "places"
    folder.mkdir()
    return folder


@pytest.fixture
def package(folder: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Give a package of places in a folder of its own."""
    package = ModuleType("earshot_test_places")
    package.__path__ = [str(folder)]
    monkeypatch.setitem(sys.modules, package.__name__, package)
    return package


def test_every_module_is_a_place_that_carries_its_name() -> None:
    table = read_table()
    modules = {path.stem for path in Path(places.__file__).parent.glob("*.py")} - {"__init__"}
    assert len(modules) > 10
    assert set(table.names) == set(table.places) == modules
    assert not table.broken
    assert all(name == place.name for name, place in table.places.items())


async def test_a_new_file_is_a_new_place(hass: HomeAssistant, package: ModuleType, folder: Path) -> None:
    write(folder / "drawer.py", A_PLACE)
    table = await hass.async_add_executor_job(read_table, package)
    assert await Traces(hass, table).survey() == (Found(place="drawer", count=7),)
    (purged,) = await Traces(hass, table).purge("drawer")
    assert purged.count == 7


@pytest.mark.parametrize("content", ["from homeassistant.components.tts import gone", "", "import gone_altogether"])
async def test_a_file_that_this_home_assistant_does_not_bear_is_unknown_and_the_others_work(
    hass: HomeAssistant, package: ModuleType, folder: Path, content: str
) -> None:
    write(folder / "drawer.py", A_PLACE)
    write(folder / "cellar.py", content)
    traces = Traces(hass, await hass.async_add_executor_job(read_table, package))
    cellar, drawer = await traces.survey()
    assert (cellar.place, cellar.count, cellar.why_not) == ("cellar", None, "unknown")
    assert drawer.count == 7
    cellar_purged, drawer_purged = await traces.purge()
    assert (cellar_purged.left, cellar_purged.why_not) == (None, "unknown")
    assert drawer_purged.count == 7


def write(path: Path, content: str) -> None:
    """Write a module, and let Python forget one of that name."""
    path.write_text(content)
    sys.modules.pop(f"earshot_test_places.{path.stem}", None)
