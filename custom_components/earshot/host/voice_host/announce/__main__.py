"""Starts the announcer: `python -m voice_host.announce --code-file FILE --port PORT --to supervisor`."""

from argparse import ArgumentParser
import logging
import os
from pathlib import Path
import signal
import socket
import sys

from ..code_file import CodeFileError, ensure
from ..pairing import code_of, name_of
from ..version import version
from .multicast import Announcer
from .records import Announcement
from .supervisor import tell

LOGGER = logging.getLogger("voice_host.announce")


def main() -> int:
    """Announce, until told to stop or until nothing is left to tell. Returns the exit code."""
    parser = ArgumentParser(prog="voice_host.announce", description="Says where the voice host is.")
    parser.add_argument("--code-file", type=Path, required=True, metavar="FILE", help="the voice host's")
    parser.add_argument("--port", type=int, required=True, help="the voice host's")
    parser.add_argument("--to", choices=("supervisor", "network"), required=True, help="whom to tell")
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    try:
        secret = ensure(given.code_file.absolute())
    except CodeFileError as error:
        LOGGER.critical("%s", error)
        return 1
    if given.to == "supervisor":
        config = {"host": socket.gethostname(), "port": given.port, "code": code_of(secret)}
        return 0 if tell(config, os.environ.get("SUPERVISOR_TOKEN", "")) else 1
    announcement = Announcement(title=socket.gethostname(), name=name_of(secret), port=given.port, version=version())
    announcer = Announcer(announcement)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: announcer.stop())
    LOGGER.info("Announcing the voice host in the local network")
    announcer.run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
