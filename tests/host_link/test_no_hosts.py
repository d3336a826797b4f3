"""No voice host at all: everything that asks one is told so, and nothing waits."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from custom_components.earshot.errors import HostUnavailableError
from custom_components.earshot.host_link.interface import Hosts
from custom_components.earshot.host_link.no_hosts import NoHosts
from custom_components.earshot.models import Stage


async def nothing() -> AsyncIterator[Any]:
    nobody: tuple[Any, ...] = ()
    for never in nobody:
        yield never


async def test_it_begins_and_ends_and_nobody_is_there() -> None:
    hosts: Hosts = NoHosts()
    await hosts.begin()
    assert not hosts.available
    assert not await hosts.wait_until_available(60)
    assert (hosts.members, hosts.wake_words(), hosts.voices("en")) == ((), (), ())
    assert [hosts.languages(stage) for stage in Stage] == [()] * len(Stage)
    hosts.add_listener(lambda: None)()
    await hosts.stop()


async def test_every_request_says_that_nobody_is_there() -> None:
    hosts: Hosts = NoHosts()
    host = hosts.nearest("kitchen", Stage.SPEECH_TO_TEXT)
    with pytest.raises(HostUnavailableError):
        await host.detect([], nothing())
    with pytest.raises(HostUnavailableError):
        await host.transcribe(nothing(), language="en", satellite="")
    with pytest.raises(HostUnavailableError):
        [sound async for sound in host.synthesize(nothing(), voice=None, speaker=None, language="en")]
