"""The voice hosts of the configuration that Earshot does not start itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..const import CONF_HOSTS, CONF_OWN_HOST
from .ways import HostAddress


@dataclass(frozen=True, slots=True)
class ChosenHost:
    """A host elsewhere that a person chose."""

    title: str
    """As the ledger names it; no two have the same."""
    address: HostAddress

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> ChosenHost:
        """Read what `to_data` wrote."""
        return cls(str(data["title"]), HostAddress.from_data(data))

    def to_data(self) -> dict[str, str | int]:
        """Return what the configuration holds of it."""
        return {"title": self.title, **self.address.to_data()}


def chosen_hosts(configuration: Mapping[str, Any]) -> tuple[ChosenHost, ...]:
    """Return the hosts elsewhere, in the order in which they were chosen."""
    return tuple(ChosenHost.from_data(data) for data in configuration.get(CONF_HOSTS, ()))


def has_own_host(configuration: Mapping[str, Any]) -> bool:
    """Whether Earshot starts one itself."""
    return bool(configuration.get(CONF_OWN_HOST, True))
