"""The vault: what was said, sealed, and erased when its time is over. It decides nothing."""

from .clock import Clock
from .erasures import Untold
from .files import ContentName
from .reconcile import Reconciled
from .vault import Due, Sealed, Vault

__all__ = ["Clock", "ContentName", "Due", "Reconciled", "Sealed", "Untold", "Vault"]
