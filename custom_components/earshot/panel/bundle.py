"""The files that the panel and the cards are made of, and how a browser finds them."""

import json
from pathlib import Path
from typing import Final

from homeassistant.core import HomeAssistant

FOLDER: Final = Path(__file__).parents[1] / "frontend"
"""The bundle that is built from the source in `frontend/` of the repository."""
STATIC: Final = "/earshot_static"


async def address_of(hass: HomeAssistant, entry: str) -> str:
    """Return the address of one of the bundle's entries, by the name that its source has."""
    return f"{STATIC}/{await hass.async_add_executor_job(_file_of, entry)}"


def _file_of(entry: str) -> str:
    manifest = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
    file: str = manifest[entry]["file"]
    return file
