"""Starts the voice host: `python -m voice_host --uri unix:///DIR/host.sock`."""

import asyncio
from functools import partial
import logging
import os
import signal
import sys
from typing import NoReturn

from .code_file import CodeFileError, ensure
from .config import HostConfig, TcpAddress, parse_arguments
from .contract import Wall
from .limits import PARENT_SECONDS, STOP_SECONDS
from .listeners import ListenError, listen
from .pairing import code_of
from .sandbox import close as close_sandbox, environment, leave_network, walls

LOGGER = logging.getLogger("voice_host")


def main() -> NoReturn:
    """Read the command line, serve until told to stop, and end."""
    config = parse_arguments(sys.argv[1:])
    standing = [environment.clean(), walls.put_up("descriptors", walls.close_descriptors)]
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    try:
        code = asyncio.run(_run(config, standing))
    except (CodeFileError, ListenError) as error:
        LOGGER.critical("%s", error)
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    # A thread in the middle of an engine's own code cannot be interrupted, and has nothing left to do.
    os._exit(code)


async def _run(config: HostConfig, standing: list[Wall]) -> int:
    # The modules of the server bring numpy, which must not start threads before the network namespace.
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    watcher = asyncio.create_task(_watch_parent(_parent(config), stop))
    secret = _secret(config)
    sockets = listen(config.addresses)
    standing.append(leave_network())

    from .service import Service  # noqa: PLC0415 - see above

    service = Service(config, secret)
    await service.open(sockets)
    await service.start(partial(close_sandbox, standing), stop)
    if config.check:
        code = service.print_report()
    else:
        await stop.wait()
        code = 0
    watcher.cancel()
    await service.stop(STOP_SECONDS)
    return code


def _secret(config: HostConfig) -> bytes | None:
    """Return what the pairing code stands for, and print the code: whoever may read this log may pair."""
    if config.code_file is None:
        return None
    secret = ensure(config.code_file)
    LOGGER.info("Pairing code, to be typed into Earshot's setup: %s", code_of(secret))
    return secret


def _parent(config: HostConfig) -> int | None:
    """Return whose end ends us: who was named, or who started a host that listens on nothing but a socket file."""
    if config.parent is not None or any(isinstance(address, TcpAddress) for address in config.addresses):
        return config.parent
    return os.getppid()


async def _watch_parent(parent: int | None, stop: asyncio.Event) -> None:
    """Stop when the parent is gone: an orphan is a child of somebody else.

    PR_SET_PDEATHSIG would fire already when the thread that started us ends.
    """
    while parent is not None:
        if os.getppid() != parent:
            LOGGER.warning("The process that started this one is gone")
            stop.set()
            return
        await asyncio.sleep(PARENT_SECONDS)


if __name__ == "__main__":
    main()
