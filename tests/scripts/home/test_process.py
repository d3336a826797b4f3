from pathlib import Path
import sys
import time

from scripts.home.process import Program, wait_until
from scripts.home.processes import descendants


def _program(folder: Path, code: str) -> Program:
    return Program([sys.executable, "-c", code], log=folder / "log", cwd=folder)


def test_a_program_and_what_it_started_are_gone_after_stop(tmp_path: Path) -> None:
    child = "import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
    program = _program(tmp_path, child + "print('up', flush=True); time.sleep(60)")
    wait_until("it starts", lambda: "up" in program.last_lines(), 20)
    family = descendants(program.pid)
    assert family

    assert program.stop()

    wait_until("all have ended", lambda: not any(Path(f"/proc/{pid}").exists() for pid in family), 10)
    assert program.ended is not None


def test_a_program_that_does_not_listen_is_ended_all_the_same(tmp_path: Path) -> None:
    deaf = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"
    program = _program(tmp_path, deaf)
    wait_until("it starts", lambda: "up" in program.last_lines(), 20)

    assert not program.stop(grace=0.2)

    assert program.ended is not None


def test_a_program_ends_when_the_one_that_started_it_is_killed(tmp_path: Path) -> None:
    starter = (
        "import sys, time; from pathlib import Path; from scripts.home.process import Program;"
        f"folder = Path({str(tmp_path)!r});"
        "inner = Program([sys.executable, '-c', 'import time; time.sleep(60)'], log=folder / 'inner', cwd=folder);"
        "(folder / 'pid').write_text(str(inner.pid)); time.sleep(60)"
    )
    outer = Program([sys.executable, "-c", starter], log=tmp_path / "log", cwd=Path.cwd())
    pid = tmp_path / "pid"
    wait_until(f"it starts: {outer.last_lines()}", lambda: pid.exists() and pid.read_text() != "", 20)
    time.sleep(0.2)

    outer._process.kill()

    wait_until("the inner program ends", lambda: not Path(f"/proc/{pid.read_text()}").exists(), 10)
