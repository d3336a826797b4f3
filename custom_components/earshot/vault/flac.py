"""Sound as FLAC: lossless, half the size, and every browser plays it. Encoded and decoded in memory only.

FFmpeg does it, by PyAV. It is loaded with the first sound that is kept: it takes a third of a second and 35 MB, and
on a fresh install no sound is ever kept.
"""

from io import BytesIO
from typing import Final

from ..errors import ContentDamagedError, VaultError

SAMPLE_RATE: Final = 16_000
SAMPLE_BYTES: Final = 2
"""16 bit mono at 16 kHz, as Assist hands it to every engine."""
PLAIN: Final = {"fflags": "bitexact", "metadata_header_padding": "0"}
"""FFmpeg would write its version into every file, which says what a house runs when a file is given away, and 8 KiB of
room for tags that nobody writes."""


def encode(pcm: bytes | bytearray) -> bytes:
    """Return sound as a FLAC file. Half a sample at the end is left out. Raises VaultError."""
    import av  # noqa: PLC0415 - see the module's docstring

    samples = len(pcm) // SAMPLE_BYTES
    file = BytesIO()
    try:
        with av.open(file, "w", format="flac", container_options=PLAIN) as container:
            stream = container.add_stream("flac", rate=SAMPLE_RATE, layout="mono", format="s16")
            if samples:
                frame = av.AudioFrame(format="s16", layout="mono", samples=samples)
                frame.sample_rate = SAMPLE_RATE
                frame.planes[0].update(bytes(pcm[: samples * SAMPLE_BYTES]))
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
    except (av.FFmpegError, ValueError) as err:
        raise VaultError("the sound could not be encoded") from err
    return file.getvalue()


def decode(flac: bytes) -> bytes:
    """Return the sound of a FLAC file that `encode` made. Raises ContentDamagedError for anything else."""
    import av  # noqa: PLC0415 - see the module's docstring

    try:
        with av.open(BytesIO(flac), "r", format="flac") as container:
            stream = container.streams.audio[0]
            # A file that was cut short has no format, whatever the types say.
            form = getattr(stream.format, "name", None)
            if (stream.rate, stream.layout.name, form) != (SAMPLE_RATE, "mono", "s16"):
                raise ContentDamagedError("this is not a sound of Earshot's")
            frames = container.decode(stream)
            pcm = b"".join(bytes(frame.planes[0])[: frame.samples * SAMPLE_BYTES] for frame in frames)
            # FFmpeg plays what is left of a file that was cut short, and says nothing.
            if len(pcm) != (stream.duration or 0) * SAMPLE_BYTES:
                raise ContentDamagedError("this is not the whole sound")
            return pcm
    except (av.FFmpegError, IndexError, ValueError) as err:
        raise ContentDamagedError("this is not a FLAC file") from err


def measure(flac: bytes, *, most_ms: int) -> int:
    """Return how many milliseconds of sound a FLAC file holds, without ever holding them.

    A file of some kilobytes can hold hours of silence. Raises ContentDamagedError if it holds more than `most_ms`, or
    is not a sound of Earshot's.
    """
    import av  # noqa: PLC0415 - see the module's docstring

    samples, most = 0, most_ms * SAMPLE_RATE // 1000
    try:
        with av.open(BytesIO(flac), "r", format="flac") as container:
            stream = container.streams.audio[0]
            # Each frame has a checksum, at which FFmpeg does not look unless it is told to.
            stream.codec_context.options = {"err_detect": "crccheck+explode"}
            form = getattr(stream.format, "name", None)
            if (stream.rate, stream.layout.name, form) != (SAMPLE_RATE, "mono", "s16"):
                raise ContentDamagedError("this is not a sound of Earshot's")
            for frame in container.decode(stream):
                samples += frame.samples
                if samples > most:
                    raise ContentDamagedError("this sound is too long")
    except (av.FFmpegError, IndexError, ValueError) as err:
        raise ContentDamagedError("this is not a FLAC file") from err
    return samples * 1000 // SAMPLE_RATE
