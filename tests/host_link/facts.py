"""What the operating system knows of a process, and what is left in a folder."""

from pathlib import Path


def alive(pid: int | None) -> bool:
    return Path(f"/proc/{pid}").exists()


def environment_of(pid: int | None) -> bytes:
    return Path(f"/proc/{pid}/environ").read_bytes()


def files_of(pid: int | None) -> set[str]:
    return {str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir()}


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
