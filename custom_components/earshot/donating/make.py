"""Puts the donor's side together with the gate, with what forgets, and with the couriers."""

from functools import partial

from homeassistant.core import HomeAssistant

from ..couriers import Courier
from ..gate.forgetting import Forgetting
from ..gate.gate import Gate
from ..gate.paths import Paths
from ..gate.reading import Rights
from ..gate.settings import PrivacySettings
from ..gate.storage import Storage
from ..gate.withheld import Withheld
from .donations import Donations


def make_donations(  # noqa: PLR0913, PLR0917 - the parts that it needs, each from its only maker
    hass: HomeAssistant,
    storage: Storage,
    settings: PrivacySettings,
    rights: Rights,
    withheld: Withheld,
    gate: Gate,
    forgetting: Forgetting,
    paths: Paths,
) -> Donations:
    """Return the donor's side, which takes from the gate what could be given. Nothing of it is at work yet."""
    donations = Donations(hass, storage, settings, rights, withheld, partial(Courier, hass), paths)
    gate.donor = donations.donor
    forgetting.on_forgotten = donations.forget
    return donations
