"""Runs the steps of app/Dockerfile in a clean Debian root, and then the program that they made.

What stands in for the base image is Debian's testing, because it has Python 3.14: minbase and that interpreter, under
the name that the official image gives it. The time of each step is printed.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
import os
from pathlib import Path
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from typing import Final

from .archive import ROOT
from .dockerfile import Stage, Step, stages

APP: Final = ROOT / "app"
SUITE: Final = "forky"
SUITE_SCRIPT: Final = "/usr/share/debootstrap/scripts/sid"
"""Of a suite that is newer than debootstrap itself."""
BASE_PACKAGES: Final = "python3.14,python3.14-venv,libpython3.14-dev,ca-certificates"
"""What the official image of Python has: the interpreter with its headers, and certificates."""
ANY_RELEASE: Final = 'Acquire::Check-Valid-Until "false";\n'
"""A mirror may be a copy of some weeks ago."""
PASSED_ON: Final = ("PIP_", "SSL_CERT_FILE", "HTTP", "HTTPS", "NO_PROXY", "http", "https", "no_proxy")
"""How variables begin that say how the package index is reached."""
PATH: Final = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
READY_SECONDS: Final = 90


class ProofError(Exception):
    """A step did not do what it should."""


def main() -> int:
    """Prove it in a temporary folder, or in one that is named, whose base is used again; returns the exit code."""
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        print("prove-app: needs root and debootstrap", file=sys.stderr)
        return 2
    named = next(iter(sys.argv[1:]), None)
    with tempfile.TemporaryDirectory(prefix="earshot-image-", dir=named) as folder:
        base = Path(named or folder) / "base"
        try:
            if not base.exists():
                _timed("the base, by debootstrap", lambda: _make_base(base))
            _build(base, Path(folder))
        except ProofError as error:
            print(f"prove-app: {error}", file=sys.stderr)
            return 1
    return 0


def _build(base: Path, folder: Path) -> None:
    roots: dict[str, Path] = {}
    root = base
    for number, stage in enumerate(stages((APP / "Dockerfile").read_text(encoding="utf-8"))):
        root = folder / f"stage-{number}"
        _run("cp", "-a", base, root)
        roots[stage.name or ""] = root
        _do_stage(stage, root, roots)
    with _mounted(root):
        _timed("the program starts", lambda: _start(root))


def _do_stage(stage: Stage, root: Path, roots: dict[str, Path]) -> None:
    with _mounted(root):
        for step in stage.steps:
            began = time.monotonic()
            _do(step, root, roots)
            print(f"{time.monotonic() - began:6.1f} s  {step.instruction} {step.said[:80]}", flush=True)


def _timed(what: str, work: Callable[[], None]) -> None:
    began = time.monotonic()
    work()
    print(f"{time.monotonic() - began:6.1f} s  {what}", flush=True)


def _run(*command: str | Path, environment: dict[str, str] | None = None) -> str:
    done = subprocess.run(  # noqa: S603 - the programs are this script's own choice, and the Dockerfile's
        command, env=environment, check=False, text=True, capture_output=True
    )
    if done.returncode:
        raise ProofError(f"{command[:2]} ended with status {done.returncode}: {(done.stdout + done.stderr)[-3000:]}")
    return done.stdout


def _make_base(base: Path) -> None:
    mirror = _run("apt-get", "indextargets", "--format", "$(SITE)").split()[0]
    _run("debootstrap", "--variant=minbase", f"--include={BASE_PACKAGES}", SUITE, base, mirror, SUITE_SCRIPT)
    (base / "usr/local/bin/python3").symlink_to("/usr/bin/python3.14")
    (base / "etc/apt/apt.conf.d/90stand-in").write_text(ANY_RELEASE, encoding="utf-8")


@contextmanager
def _mounted(root: Path) -> Iterator[None]:
    """Give the root what a container has: /proc, /dev, /sys, the way to names, and whom this machine trusts."""
    for file in ("resolv.conf", "hosts", "ssl/certs/ca-certificates.crt"):
        shutil.copy(f"/etc/{file}", root / "etc" / file)
    try:
        _run("mount", "-t", "proc", "proc", root / "proc")
        for folder in ("dev", "sys"):
            _run("mount", "--rbind", f"/{folder}", root / folder)
            _run("mount", "--make-rslave", root / folder)
        yield
    finally:
        for folder in ("sys", "dev", "proc"):
            if os.path.ismount(root / folder):
                _run("umount", "--recursive", "--lazy", root / folder)


def _do(step: Step, root: Path, roots: dict[str, Path]) -> None:
    match step.instruction:
        case "RUN":
            passed = {name: value for name, value in os.environ.items() if name.startswith(PASSED_ON)}
            environment = passed | {"PATH": PATH, "HOME": "/root", "LANG": "C.UTF-8"}
            _run("chroot", root, "/bin/sh", "-c", step.said, environment=environment)
        case "ADD":
            source, target = step.said.split()
            (root / target.lstrip("/")).mkdir(parents=True, exist_ok=True)
            with tarfile.open(APP / source) as archive:
                archive.extractall(root / target.lstrip("/"), filter="data")
        case "COPY":
            words = step.said.split()
            origin = roots[words.pop(0).removeprefix("--from=")] if words[0].startswith("--from=") else APP
            source, target = (word.lstrip("/") for word in words)
            (root / target).parent.mkdir(parents=True, exist_ok=True)
            _run("cp", "-a", origin / source, root / target)
        case _:
            return  # EXPOSE and CMD do nothing to files


def _start(root: Path) -> None:
    """Start what CMD names, with a network of its own that leads nowhere, and wait until it serves."""
    environment = {"PATH": PATH}
    with subprocess.Popen(  # noqa: S603 - the program is the one that was just made
        ("/usr/bin/unshare", "--net", "--", "/usr/sbin/chroot", root, "/opt/earshot/run"),
        env=environment,
        text=True,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            for line in _until_ready(process):
                print(f"          {line.rstrip()}")
        finally:
            os.killpg(process.pid, 15)


def _until_ready(process: subprocess.Popen[str]) -> list[str]:
    """Return its log, without the pairing code."""
    log: list[str] = []
    deadline = time.monotonic() + READY_SECONDS
    while process.stderr is not None and time.monotonic() < deadline and (line := process.stderr.readline()):
        log.append(line if "Pairing code" not in line else f"{line.rsplit(' ', 1)[0]} …")
        if "Ready after" in line:
            return log
    raise ProofError(f"the program did not come to answer: {''.join(log)}")


if __name__ == "__main__":
    sys.exit(main())
