"""The vault: what was said, sealed, and erased when its time is over. It decides nothing."""

from .files import ContentName
from .reconcile import Reconciled
from .vault import Due, Sealed, Vault

__all__ = ["ContentName", "Due", "Reconciled", "Sealed", "Vault"]
