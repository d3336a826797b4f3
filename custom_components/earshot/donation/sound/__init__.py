"""The sound of a clip that is given away: masked, parts of it overwritten, the silence around it cut off.

numpy does the reckoning, and is loaded with the first clip that is prepared: donation is off until a person switches it
on, and until then no house should pay for it.
"""

from .prepare import DEFAULT_STRENGTH, PreparedSound, prepare_sound

__all__ = ["DEFAULT_STRENGTH", "PreparedSound", "prepare_sound"]
