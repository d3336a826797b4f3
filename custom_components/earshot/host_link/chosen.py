"""The voice hosts of the configuration that Earshot does not start itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain, count
from typing import Any

from ..const import CONF_HOSTS, CONF_OWN_HOST
from ..errors import HostCodeError
from ..host.voice_host.pairing import PairingCodeError, secret_of
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

    def moved(self, host: str, port: int) -> ChosenHost:
        """Return it at another address."""
        return replace(self, address=replace(self.address, host=host, port=port))

    def titled_apart_from(self, titles: Iterable[str]) -> ChosenHost:
        """Return it with a name that none of these is like."""
        taken = set(titles)
        numbered = (f"{self.title} {number}" for number in count(2))
        return replace(self, title=next(name for name in chain([self.title], numbered) if name not in taken))

    def to_data(self) -> dict[str, str | int]:
        """Return what the configuration holds of it."""
        return {"title": self.title, **self.address.to_data()}


def read_address(host: str, port: int, code: str) -> HostAddress:
    """Read what a person typed. Raises HostCodeError, which does not repeat it."""
    try:
        return HostAddress(host, port, secret_of(code))
    except PairingCodeError as err:
        raise HostCodeError("This is no pairing code") from err


def chosen_hosts(configuration: Mapping[str, Any]) -> tuple[ChosenHost, ...]:
    """Return the hosts elsewhere, in the order in which they were chosen."""
    return tuple(ChosenHost.from_data(data) for data in configuration.get(CONF_HOSTS, ()))


def has_own_host(configuration: Mapping[str, Any]) -> bool:
    """Whether Earshot starts one itself."""
    return bool(configuration.get(CONF_OWN_HOST, True))
