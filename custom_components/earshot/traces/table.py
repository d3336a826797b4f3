"""Which places there are: whatever modules lie in a package, each with its `PLACE`."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
import logging
import pkgutil
from types import MappingProxyType, ModuleType
from typing import Final

from . import places
from .place import Place

LOGGER = logging.getLogger(__name__)

ATTRIBUTE: Final = "PLACE"


@dataclass(frozen=True, slots=True)
class Table:
    """All places by name, in the order of their names."""

    places: Mapping[str, Place]
    broken: frozenset[str] = frozenset()
    """Names of places whose modules cannot be loaded with this Home Assistant. What is there, nobody can say."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every place, whether it can be looked at or not."""
        return tuple(sorted({*self.places, *self.broken}))


def read_table(package: ModuleType = places) -> Table:
    """Load every place of a package. Blocks: it imports."""
    found: dict[str, Place] = {}
    broken: set[str] = set()
    for module in pkgutil.iter_modules(package.__path__):
        try:
            place: Place = getattr(import_module(f"{package.__name__}.{module.name}"), ATTRIBUTE)
        except (ImportError, AttributeError) as err:
            LOGGER.warning("This Home Assistant is not known well enough to look at %s: %s", module.name, err)
            broken.add(module.name)
        else:
            found[place.name] = place
    return Table(MappingProxyType(dict(sorted(found.items()))), frozenset(broken))
