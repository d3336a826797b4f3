"""What donors' homes ask of a review desk, over addresses without a login; and what is fetched by those who work there.

A stranger learns nothing here that the statement does not say. Where there is no desk there is nothing: the addresses
are registered when a desk is first set up, and answer 404 when it is gone.
"""

from homeassistant.core import HomeAssistant, callback
from homeassistant.util.hass_dict import HassKey

from .bodies import Bodies
from .donors import BundleView, ReceiptsView, StatementView, TombstonesView, WithdrawalsView
from .workers import DataSetView, SoundView

__all__ = ["async_setup_desk"]

BODIES: HassKey[Bodies] = HassKey("earshot_desk_bodies")
"""Views cannot be taken back, so they are made once for Home Assistant and not for an entry."""


@callback
def async_setup_desk(hass: HomeAssistant) -> None:
    """Register the addresses of a desk, once."""
    if BODIES in hass.data:
        return
    bodies = hass.data[BODIES] = Bodies()
    hass.http.register_view(StatementView())
    hass.http.register_view(BundleView(bodies))
    hass.http.register_view(ReceiptsView(bodies))
    hass.http.register_view(WithdrawalsView(bodies))
    hass.http.register_view(TombstonesView())
    hass.http.register_view(SoundView())
    hass.http.register_view(DataSetView())
