"""Texts that are spoken over the socket, by a fake voice."""

import pytest
from wyoming.client import AsyncClient
from wyoming.event import Event
from wyoming.tts import Synthesize, SynthesizeChunk, SynthesizeStart, SynthesizeStop, SynthesizeVoice

from tests.voice_host.conftest import Host, read_until, wait_for
from voice_host.contract import MAX_SPOKEN_CHARACTERS


async def send(client: AsyncClient, *events: Event) -> None:
    for event in events:
        await client.write_event(event)


async def heard(client: AsyncClient, last: str = "audio-stop") -> tuple[list[str], int]:
    """Return the kinds of the events up to `last`, and how many samples they brought."""
    events = await read_until(client, last)
    return [event.type for event in events], sum(len(event.payload or b"") // 2 for event in events)


async def test_a_text_is_spoken(client: AsyncClient, host: Host) -> None:
    await send(client, Synthesize(text="abc|de", voice=SynthesizeVoice(name="beep", speaker="high")).event())
    events = await read_until(client, "audio-stop")
    assert [event.type for event in events] == ["audio-start", "audio-chunk", "audio-chunk", "audio-stop"]
    assert events[0].data == {"rate": 22_050, "width": 2, "channels": 1, "timestamp": 0}
    assert [len(event.payload or b"") for event in events] == [0, 6, 4, 0]
    assert host.voice.asked == [("abc|de", "beep", "high", None, 1.0)]


async def test_the_language_and_the_speed_reach_the_voice(client: AsyncClient, host: Host) -> None:
    await send(client, Event("synthesize", {"text": "a", "voice": {"language": "de"}, "context": {"speed": 1.5}}))
    await heard(client)
    assert host.voice.asked == [("a", None, None, "de", 1.5)]


async def test_long_sound_comes_in_pieces_with_their_times(client: AsyncClient) -> None:
    await send(client, Synthesize(text="a" * 9_000).event())
    chunks = [event for event in await read_until(client, "audio-stop") if event.type == "audio-chunk"]
    assert [len(event.payload or b"") // 2 for event in chunks] == [4410, 4410, 180]
    assert [event.data["timestamp"] for event in chunks] == [0, 200, 400]


async def test_the_first_sentence_is_heard_before_the_second_is_made(client: AsyncClient, host: Host) -> None:
    host.voice.gate.clear()
    await send(client, Synthesize(text="abc|de").event())
    assert await heard(client, "audio-chunk") == (["audio-start", "audio-chunk"], 3)
    host.voice.gate.set()
    assert await heard(client) == (["audio-chunk", "audio-stop"], 2)


async def test_a_text_in_parts_is_spoken_sentence_by_sentence_as_it_comes(client: AsyncClient, host: Host) -> None:
    await send(client, SynthesizeStart().event(), SynthesizeChunk("The light is on. The").event())
    assert await heard(client, "audio-chunk") == (["audio-start", "audio-chunk"], len("The light is on."))
    await send(client, SynthesizeChunk(" door is").event(), SynthesizeChunk(" shut").event())
    await send(client, Synthesize(text="The light is on. The door is shut").event(), SynthesizeStop().event())
    assert await heard(client, "synthesize-stopped") == (
        ["audio-chunk", "audio-stop", "synthesize-stopped"],
        len("The door is shut"),
    )
    assert [text for text, *_ in host.voice.asked] == ["The light is on.", "The door is shut"]


@pytest.mark.parametrize("text", ["", "|"])
async def test_nothing_audible_still_ends_with_a_stop(client: AsyncClient, text: str) -> None:
    await send(client, Synthesize(text=text).event())
    assert await heard(client) == (["audio-start", "audio-stop"], 0)
    await send(client, SynthesizeStart().event(), SynthesizeStop().event())
    assert await heard(client, "synthesize-stopped") == (["audio-start", "audio-stop", "synthesize-stopped"], 0)


async def test_requests_of_one_connection_are_spoken_in_turn(client: AsyncClient) -> None:
    await send(client, *[Synthesize(text="a" * length).event() for length in (1, 2, 3)])
    assert [(await heard(client))[1] for _ in range(3)] == [1, 2, 3]


async def test_more_requests_than_can_wait_are_refused(client: AsyncClient, host: Host) -> None:
    host.voice.gate.clear()
    await send(client, *[Synthesize(text="a|b").event()] * 6)
    assert (await read_until(client, "error"))[-1].data["code"] == "busy"


async def test_an_unknown_voice_is_refused_and_the_next_request_works(client: AsyncClient) -> None:
    await send(client, Synthesize(text="a", voice=SynthesizeVoice(name="nobody")).event())
    assert (await read_until(client, "audio-stop"))[-1].data["code"] == "not-found"
    await send(client, Synthesize(text="a").event())
    assert (await heard(client))[1] == 1


async def test_a_fault_of_the_voice_is_told_without_its_words(
    client: AsyncClient, host: Host, caplog: pytest.LogCaptureFixture
) -> None:
    host.voice.fault = RuntimeError("the secret words")
    await send(client, Synthesize(text="a").event())
    assert (await read_until(client, "audio-stop"))[-1].data["code"] == "engine-failed"
    assert "RuntimeError at fakes.py:" in caplog.text
    assert "secret" not in caplog.text


async def test_a_text_in_parts_may_not_grow_without_end(client: AsyncClient) -> None:
    await send(client, SynthesizeStart().event())
    await send(client, *[SynthesizeChunk("a" * (MAX_SPOKEN_CHARACTERS // 2)).event()] * 2, SynthesizeChunk("b").event())
    assert (await read_until(client, "error"))[-1].data["code"] == "too-large"


async def test_speech_that_nobody_waits_for_is_abandoned(host: Host) -> None:
    host.voice.gate.clear()
    async with host.client() as client:
        await send(client, Synthesize(text="a|b|c|d").event())
        await heard(client, "audio-chunk")
    await wait_for(lambda: not host.server._sessions)
    assert not host.voice.abandoned.is_set()
    host.voice.gate.set()
    await wait_for(host.voice.abandoned.is_set)
    assert host.voice.made == 2
