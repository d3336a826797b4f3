"""Runs the steps of app/Dockerfile in a clean Debian root, and then the program that they made.

What stands in for the base image is Debian's testing, because it has Python 3.14: minbase and that interpreter, under
the name that the official image gives it. Each step's time is printed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
import os
from pathlib import Path
import shutil
import socket
import subprocess
import sys
import tarfile
import tempfile
import time
from typing import Final

from .archive import ROOT
from .dockerfile import Step, stages

APP: Final = ROOT / "app"
SUITE: Final = "forky"
BASE_PACKAGES: Final = "python3.14,python3.14-venv,libpython3.14-dev,ca-certificates"
"""What the official image of Python has: the interpreter with its headers, and certificates."""
PASSED_ON: Final = ("PIP_", "SSL_CERT_FILE", "HTTP", "HTTPS", "NO_PROXY", "http", "https", "no_proxy")
"""How variables begin that say how the package index is reached."""
READY_SECONDS: Final = 90


def main() -> int:
    """Prove it in the folder that is named, or in a temporary one; returns the exit code."""
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        print("prove-app: needs root and debootstrap", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="earshot-image-", dir=next(iter(sys.argv[1:]), None)) as folder:
        made = [Path(folder) / f"stage-{number}" for number, _ in enumerate(stages(_dockerfile()))]
        _timed("debootstrap, standing in for the base image", lambda: _debootstrap(made[0]))
        pristine = Path(folder) / "pristine"
        for root in (pristine, *made[1:]):
            subprocess.run(["cp", "-a", made[0], root], check=True)
        by_name: dict[str, Path] = {}
        for stage, root in zip(stages(_dockerfile()), made, strict=True):
            by_name[stage.name or ""] = root
            with _mounted(root):
                for step in stage.steps:
                    _timed(
                        f"{step.instruction} {step.said[:90]}", lambda step=step, root=root: _do(step, root, by_name)
                    )
        with _mounted(made[-1]):
            _timed("the program answers", lambda: _start(made[-1]))
    return 0


def _dockerfile() -> str:
    return (APP / "Dockerfile").read_text(encoding="utf-8")


def _timed(what: str, work: object) -> None:
    began = time.monotonic()
    work()  # type: ignore[operator]
    print(f"{time.monotonic() - began:6.1f} s  {what}", flush=True)


def _debootstrap(root: Path) -> None:
    mirror = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(SITE)"], capture_output=True, text=True, check=True
    ).stdout.split()[0]
    command = ["debootstrap", "--variant=minbase", f"--include={BASE_PACKAGES}", SUITE, str(root), mirror]
    script = Path("/usr/share/debootstrap/scripts/sid")
    subprocess.run([*command, str(script)], check=True, stdout=subprocess.DEVNULL)
    (root / "usr/local/bin/python3").symlink_to("/usr/bin/python3.14")


@contextmanager
def _mounted(root: Path) -> Iterator[None]:
    """Give the root what a container has: /proc, /dev, and the way to names."""
    shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
    shutil.copy("/etc/hosts", root / "etc/hosts")
    places = [(["-t", "proc", "proc"], "proc"), (["--rbind", "/dev"], "dev"), (["--rbind", "/sys"], "sys")]
    outside = _outside()
    for folder in outside:
        (root / folder.relative_to("/")).mkdir(parents=True, exist_ok=True)
        places.append((["--bind", str(folder)], str(folder.relative_to("/"))))
    try:
        for how, where in places:
            subprocess.run(["mount", *how, root / where], check=True)
            subprocess.run(["mount", "--make-rslave", root / where], check=True)
        yield
    finally:
        for _, where in reversed(places):
            subprocess.run(["umount", "-R", "-l", root / where], check=False)
        for folder in outside:
            (root / folder.relative_to("/")).rmdir()


def _outside() -> list[Path]:
    """Return folders of this machine in which pip is told to look for packages."""
    named = os.environ.get("PROVE_APP_MOUNTS", "").split()
    return [Path(folder) for folder in named]


def _do(step: Step, root: Path, by_name: dict[str, Path]) -> None:
    match step.instruction:
        case "RUN":
            _inside(root, ["/bin/sh", "-c", step.said])
        case "ADD":
            source, target = step.said.split()
            (root / target.lstrip("/")).mkdir(parents=True, exist_ok=True)
            with tarfile.open(APP / source) as archive:
                archive.extractall(root / target.lstrip("/"), filter="data")
        case "COPY":
            _copy(step.said.split(), root, by_name)
        case _:
            return  # EXPOSE and CMD do nothing to files


def _copy(words: list[str], root: Path, by_name: dict[str, Path]) -> None:
    origin = APP
    if words[0].startswith("--from="):
        origin = by_name[words.pop(0).removeprefix("--from=")]
    source, target = (word.lstrip("/") for word in words)
    (root / target).parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cp", "-a", origin / source, root / target], check=True)


def _inside(root: Path, command: list[str]) -> None:
    kept = {name: value for name, value in os.environ.items() if name.startswith(PASSED_ON)}
    environment = kept | {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "HOME": "/root", "LANG": "C.UTF-8"}
    done = subprocess.run(["chroot", root, *command], env=environment, check=False, text=True, capture_output=True)
    if done.returncode:
        print(done.stdout[-2000:], done.stderr[-4000:], file=sys.stderr)
        raise SystemExit(f"prove-app: a step ended with status {done.returncode}")


def _start(root: Path) -> None:
    """Start what CMD names, in a network of its own, and see that it listens and names its pairing code."""
    command = [
        "unshare",
        "--net",
        "--",
        "sh",
        "-c",
        'ip link set lo up 2>/dev/null; exec chroot "$0" /opt/earshot/run',
        root,
    ]
    environment = {"PATH": os.environ["PATH"]}
    with subprocess.Popen(command, env=environment, text=True, stderr=subprocess.PIPE) as process:
        try:
            log = _until_ready(process)
        finally:
            process.terminate()
            process.wait(10)
    print("".join(f"          {line}" for line in log))


def _until_ready(process: subprocess.Popen[str]) -> list[str]:
    log: list[str] = []
    deadline = time.monotonic() + READY_SECONDS
    while process.stderr is not None and time.monotonic() < deadline and (line := process.stderr.readline()):
        log.append(line if "Pairing code" not in line else line.rsplit(" ", 1)[0] + " …\n")
        if "Ready after" in line:
            return log
    raise SystemExit(f"prove-app: the program did not come to answer: {''.join(log)}")


if __name__ == "__main__":
    socket.setdefaulttimeout(60)
    sys.exit(main())
