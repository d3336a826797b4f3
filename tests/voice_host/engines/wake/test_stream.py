from hypothesis import given, strategies as st

from voice_host.engines.wake.stream import FRAME_BYTES, MAX_QUEUED_BYTES, Stream


def queue() -> Stream:
    return Stream(0, {}, lambda _: None, lambda _stream, _pcm: None, lambda _: None)


def samples(count: int) -> bytes:
    """Make samples that differ from their neighbours for a long way."""
    return b"".join((number % 65_521).to_bytes(2, "little") for number in range(count))


@given(st.lists(st.integers(0, 3 * FRAME_BYTES), max_size=20))
def test_frames_come_out_whole_and_in_order(sizes: list[int]) -> None:
    sound = samples(32 * 1024)
    stream = queue()
    taken = b""
    fed = 0
    for size in sizes:
        stream.put(sound[fed : fed + size])
        fed = min(fed + size, len(sound))
        while stream.ready:
            taken += stream.take()
            assert stream.at_ms * 32 == len(taken)

    assert len(taken) == fed // FRAME_BYTES * FRAME_BYTES
    assert sound.startswith(taken)


@given(st.integers(0, 2 * FRAME_BYTES), st.integers(0, 3 * FRAME_BYTES))
def test_the_latest_sound_is_kept_and_samples_stay_whole(before: int, excess: int) -> None:
    sound = samples((MAX_QUEUED_BYTES + 5 * FRAME_BYTES) // 2)[-(MAX_QUEUED_BYTES + before + excess) :]
    stream = queue()
    stream.put(sound[:before])
    stream.put(sound[before:])
    first = stream.take()

    dropped = len(sound) - MAX_QUEUED_BYTES
    dropped += dropped % 2
    assert len(stream._queue) <= MAX_QUEUED_BYTES
    assert first == sound[dropped : dropped + FRAME_BYTES]
    assert stream.at_ms == (dropped + FRAME_BYTES) // 32
