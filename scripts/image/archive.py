"""Packs the voice host's source for the image, the same bytes from the same files; `--check` compares."""

import gzip
import io
from pathlib import Path
import sys
import tarfile
from typing import Final

ROOT: Final = Path(__file__).parents[2]
INTEGRATION: Final = ROOT / "custom_components" / "earshot"
ARCHIVE: Final = ROOT / "app" / "voice-host.tar.gz"


def sources() -> dict[str, bytes]:
    """Return every file of the host by its name in the archive. The manifest holds the version."""
    files = [
        INTEGRATION / "manifest.json",
        INTEGRATION / "host" / "requirements.txt",
        *sorted((INTEGRATION / "host" / "voice_host").rglob("*.py")),
    ]
    return {str(file.relative_to(INTEGRATION)): file.read_bytes() for file in files}


def pack(files: dict[str, bytes]) -> bytes:
    """Write them as a tar.gz without any trace of when and by whom."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size, member.mode = len(content), 0o644
            archive.addfile(member, io.BytesIO(content))
    return gzip.compress(packed.getvalue(), mtime=0)


def packed_files(archive: Path = ARCHIVE) -> dict[str, bytes]:
    """Return what is in the archive."""
    with tarfile.open(archive) as opened:
        members = [(member.name, opened.extractfile(member)) for member in opened.getmembers()]
        return {name: file.read() for name, file in members if file is not None}


def main() -> int:
    """Write it, or say whether it is in step; returns the exit code."""
    files = sources()
    if "--check" not in sys.argv[1:]:
        ARCHIVE.write_bytes(pack(files))
        return 0
    if packed_files() == files:
        return 0
    print("build-app: app/voice-host.tar.gz is not what the source says; run scripts/build-app", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
