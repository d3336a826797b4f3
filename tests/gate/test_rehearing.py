"""Sound that a second engine hears from its beginning."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator

import pytest

from custom_components.earshot.gate.rehearing import Rehearing
from custom_components.earshot.gate.sound import BYTES_PER_SECOND, LONGEST_KEPT_SECONDS

PIECES = [b"one", b"two", b"three"]


async def pieces() -> AsyncIterator[bytes]:
    for piece in PIECES:
        yield piece


async def all_of(stream: AsyncGenerator[bytes]) -> list[bytes]:
    return [piece async for piece in stream]


async def test_everybody_hears_all_of_it() -> None:
    sound = Rehearing(pieces())
    first = sound.from_the_beginning()
    assert [await anext(first), await anext(first)] == PIECES[:2]
    await first.aclose()
    assert await all_of(sound.from_the_beginning()) == PIECES
    assert await all_of(sound.from_the_beginning()) == PIECES
    await sound.close()


async def test_a_piece_that_was_waited_for_when_the_first_was_broken_off_is_not_lost() -> None:
    came = asyncio.Event()

    async def slow() -> AsyncIterator[bytes]:
        yield PIECES[0]
        await came.wait()
        yield PIECES[1]

    sound = Rehearing(slow())
    hearing = asyncio.create_task(all_of(sound.from_the_beginning()))
    for _ in range(10):
        await asyncio.sleep(0)
    hearing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await hearing
    came.set()
    assert await all_of(sound.from_the_beginning()) == PIECES[:2]
    await sound.close()


async def test_a_piece_that_came_in_the_moment_in_which_the_first_was_broken_off_is_not_lost() -> None:
    came = asyncio.Event()

    async def slow() -> AsyncIterator[bytes]:
        yield PIECES[0]
        await came.wait()
        yield PIECES[1]

    sound = Rehearing(slow())
    hearing = asyncio.create_task(all_of(sound.from_the_beginning()))
    for _ in range(10):
        await asyncio.sleep(0)
    came.set()
    while sound._read is not None and not sound._read.done():  # noqa: ASYNC110 - its very turn of the loop is looked for
        await asyncio.sleep(0)
    hearing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await hearing
    assert await all_of(sound.from_the_beginning()) == PIECES[:2]
    await sound.close()


async def test_an_error_of_the_stream_reaches_whoever_hears() -> None:
    async def broken() -> AsyncIterator[bytes]:
        yield PIECES[0]
        raise LookupError

    sound = Rehearing(broken())
    with pytest.raises(LookupError):
        await all_of(sound.from_the_beginning())
    await sound.close()


async def test_when_it_is_over_nothing_is_held_and_nobody_reads() -> None:
    never = asyncio.Event()

    async def endless() -> AsyncIterator[bytes]:
        yield PIECES[0]
        await never.wait()

    sound = Rehearing(endless())
    hearing = asyncio.create_task(all_of(sound.from_the_beginning()))
    for _ in range(10):
        await asyncio.sleep(0)
    hearing.cancel()
    await asyncio.gather(hearing, return_exceptions=True)
    await sound.close()
    await sound.close()
    assert not sound._held
    assert await all_of(sound.from_the_beginning()) == []
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_no_more_is_held_than_a_host_hears() -> None:
    minute = b"\0" * (BYTES_PER_SECOND * LONGEST_KEPT_SECONDS)

    async def long() -> AsyncIterator[bytes]:
        yield minute
        yield PIECES[0]

    sound = Rehearing(long())
    assert await all_of(sound.from_the_beginning()) == [minute, PIECES[0]]
    assert sound._held == [minute]
    await sound.close()
