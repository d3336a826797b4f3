"""No bytes bring a parser down that reads what others wrote."""

from pathlib import Path
import platform
import subprocess
import sys

from hypothesis import HealthCheck, given, settings, strategies as st
import pytest

from tests.fuzz.targets import TARGETS

ROOT = Path(__file__).parents[2]
PIECES = (
    b"",
    b"\n",
    b"\n\n",
    b'"',
    b"{",
    b"}",
    b"[",
    b",",
    b"0",
    b"-1",
    b"9" * 30,
    b" ",
    b"+",
    b"=",
    b"\x00",
    b"\xff",
    b"\\ud800",
)


@st.composite
def changed(draw: st.DrawFn, seed: bytes) -> bytes:
    """Return bytes that were changed at some places, cut, or put together from parts of themselves."""
    data = bytearray(seed)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(data)))
        end = at + draw(st.sampled_from([0, 1, 1, 2, 8, 64, len(data)]))
        piece = draw(st.sampled_from(PIECES) | st.binary(max_size=4) | st.just(bytes(data[:at][-60:])))
        data[at:end] = piece
    return bytes(data)


@pytest.mark.parametrize("name", TARGETS)
def test_a_parser_bears_what_it_is_given_out(name: str) -> None:
    for seed in TARGETS[name].seeds():
        TARGETS[name].run(seed)


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=250, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_parser_bears_whatever_it_is_given(name: str, data: st.DataObject) -> None:
    seeds = st.sampled_from(TARGETS[name].seeds())
    TARGETS[name].run(data.draw(seeds.flatmap(changed) | st.binary(max_size=300)))


@pytest.mark.skipif(platform.machine() != "x86_64", reason="atheris has no wheels for this machine")
def test_the_parsers_bear_what_coverage_leads_to(tmp_path: Path) -> None:
    """A short run with a fixed seed; `scripts/fuzz` is for longer ones."""
    # Linux hands a process the peak memory of the one that started it, here the whole test run's, and libFuzzer would
    # take it for the parsers'. A small process between the two makes its child begin anew.
    command = [
        "timeout",
        "300",
        sys.executable,
        str(ROOT / "tests" / "fuzz" / "run.py"),
        "-runs=20000",
        "-seed=1",
        f"-artifact_prefix={tmp_path}/",
    ]
    ran = subprocess.run(
        command, cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    assert "Done 20000 runs" in ran.stderr
