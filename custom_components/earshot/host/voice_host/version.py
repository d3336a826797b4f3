"""Which Earshot this host came with."""

import json
from pathlib import Path
from typing import Final

_MANIFEST: Final = Path(__file__).parents[2] / "manifest.json"
"""The integration's, which holds the one version; an app carries it along."""


def version() -> str:
    """Return the version of Earshot."""
    try:
        return str(json.loads(_MANIFEST.read_text())["version"])
    except OSError, ValueError, KeyError:
        return "unknown"
