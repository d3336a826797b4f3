"""Tells the Supervisor of Home Assistant OS, which offers the host in Home Assistant."""

from collections.abc import Mapping, Sequence
import json
import logging
import time
from typing import Final
import urllib.error
import urllib.request

LOGGER = logging.getLogger(__name__)

URL: Final = "http://supervisor/discovery"
SERVICE: Final = "earshot"
"""The integration that the Supervisor hands it to."""
WAITS: Final = (2, 5, 15, 60, 300)
"""Seconds before the next try: the Supervisor may be starting itself."""
TIMEOUT: Final = 10.0


def tell(config: Mapping[str, str | int], token: str, *, url: str = URL, waits: Sequence[float] = WAITS) -> bool:
    """Hand over `host`, `port` and `code`, which only administrators get to see. Returns whether that was taken."""
    message = {"service": SERVICE, "config": dict(config)}
    request = urllib.request.Request(  # noqa: S310 - the address is the Supervisor's
        url,
        data=json.dumps(message).encode(),
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
    )
    for wait in (*waits, None):
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT):  # noqa: S310 - the same
                LOGGER.info("The Supervisor knows of this voice host, and offers it in Home Assistant")
                return True
        except urllib.error.HTTPError as error:
            LOGGER.warning("The Supervisor did not take it (status %d)", error.code)
        except OSError as error:
            LOGGER.warning("The Supervisor cannot be reached (%s)", type(error).__name__)
        if wait is not None:
            time.sleep(wait)
    return False
