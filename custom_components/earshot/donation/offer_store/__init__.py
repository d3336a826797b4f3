"""What this home knows of its consents, offers and donations between two starts: a file of its own, without any words.

Tokens and keys of donations are in it: whoever restores a backup must still be able to take back what was given.
"""

from .rows import Donation, Offer, Over, Review
from .store import WAITED, OfferStore

__all__ = ["WAITED", "Donation", "Offer", "OfferStore", "Over", "Review"]
