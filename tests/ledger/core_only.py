"""Lets a program import Earshot's core packages alone, as on a machine without Home Assistant.

The integration's own package imports Home Assistant. This puts an empty one in its place, whose modules are found in
the same folder.
"""

from pathlib import Path
import sys
from types import ModuleType

ROOT = Path(__file__).parents[2]


def install() -> None:
    """Put the empty package in place."""
    package = ModuleType("custom_components.earshot")
    package.__path__ = [str(ROOT / "custom_components" / "earshot")]
    sys.modules[package.__name__] = package
