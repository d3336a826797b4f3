"""The filter as a program: read by a small interpreter, so that it is tried for processors that are not here."""

import errno
from pathlib import Path
import re
import struct
import sys

from hypothesis import given, strategies as st
import pytest

from voice_host.sandbox.calls import PROCESSORS, Processor
from voice_host.sandbox.policy import FORBIDDEN, RULES, UNKNOWN_TO_KERNEL
from voice_host.sandbox.program import assemble

ALLOW, KILL = 0x7FFF0000, 0x80000000
DENY = 0x00050000 | errno.EPERM
HEADERS = {
    "x86_64": ("/usr/include/x86_64-linux-gnu/asm/unistd_64.h", "/usr/include/asm/unistd_64.h"),
    "aarch64": ("/usr/include/asm-generic/unistd.h",),
}
ONLY_X86 = {"open", "creat", "rename", "mkdir", "rmdir", "link", "unlink", "symlink", "mknod", "chmod", "chown"} | {
    "lchown",
    "iopl",
    "ioperm",
}
"""Calls that newer processors have in their `…at` form only, and two for the ports of a PC."""


def judge(processor: Processor, number: int, *arguments: int, audit: int | None = None) -> int:
    """Run the program as the kernel does, and return its answer."""
    words = [*arguments, 0, 0, 0, 0, 0, 0][:6]
    data = struct.pack("=IIQ6Q", number, processor.audit if audit is None else audit, 0, *words)
    program, at, held = assemble(processor), 0, 0
    while True:
        step = program[at]
        at += 1
        match step.code:
            case 0x20:
                held = int.from_bytes(data[step.operand : step.operand + 4], sys.byteorder)
            case 0x15:
                at += step.if_true if held == step.operand else step.if_false
            case 0x35:
                at += step.if_true if held >= step.operand else step.if_false
            case 0x45:
                at += step.if_true if held & step.operand else step.if_false
            case 0x06:
                return step.operand
            case _:
                raise AssertionError(step)


@pytest.fixture(params=PROCESSORS.values(), ids=list(PROCESSORS))
def processor(request: pytest.FixtureRequest) -> Processor:
    found: Processor = request.param
    return found


def test_every_forbidden_call_is_denied_on_every_processor_that_has_it(processor: Processor) -> None:
    calls = [call for calls in FORBIDDEN.values() for call in calls]
    assert len(calls) == len(set(calls)) > 60
    absent = {call for call in calls if call not in processor.numbers}
    assert absent == (set() if processor.name == "x86_64" else ONLY_X86 - {"open"})
    assert {judge(processor, processor.numbers[call]) for call in calls if call not in absent} == {DENY}


def test_unknown_calls_are_answered_as_by_an_old_kernel(processor: Processor) -> None:
    answers = {judge(processor, processor.numbers[call]) for call in UNKNOWN_TO_KERNEL}
    assert answers == {0x00050000 | errno.ENOSYS}


def test_a_call_with_a_forbidden_argument_is_denied_and_with_another_is_not(processor: Processor) -> None:
    for rule in (rule for rule in RULES if rule.call in processor.numbers):
        number = processor.numbers[rule.call]
        forbidden = [1 << bit for bit in range(64) if rule.bits >> bit & 1] + list(rule.values)
        for value in forbidden:
            arguments = [0] * 6
            arguments[rule.argument] = value
            assert judge(processor, number, *arguments) == DENY, (rule, hex(value))
        assert judge(processor, number) == ALLOW


@given(st.integers(0, 600) | st.integers(0, 0x3FFFFFFF))
def test_what_is_not_named_is_allowed(number: int) -> None:
    for processor in PROCESSORS.values():
        named = {call for calls in FORBIDDEN.values() for call in calls} | set(UNKNOWN_TO_KERNEL)
        answer = judge(processor, number)
        assert (answer == ALLOW) is (number not in {processor.numbers.get(call) for call in named})


@given(st.integers(0, 0xFFFFFFFF))
def test_another_entry_to_the_kernel_kills(audit: int) -> None:
    for processor in PROCESSORS.values():
        expected = ALLOW if audit == processor.audit else KILL
        assert judge(processor, 0, audit=audit) == expected


@given(st.integers(0x40000000, 0xFFFFFFFF))
def test_x32_numbers_kill(number: int) -> None:
    assert judge(PROCESSORS["x86_64"], number) == KILL


def test_the_numbers_are_those_of_the_kernels_headers(processor: Processor) -> None:
    header = next((path for name in HEADERS[processor.name] if (path := Path(name)).exists()), None)
    if header is None:
        pytest.skip("The kernel's headers for this processor are not installed")
    found = dict(re.findall(r"#define __NR(?:3264)?_(\w+) (\d+)$", header.read_text(), re.MULTILINE))
    known = {name: int(number) for name, number in found.items() if name in processor.numbers}
    assert len(known) > 40
    assert known == {name: processor.numbers[name] for name in known}


def test_the_program_is_within_the_kernels_limit(processor: Processor) -> None:
    assert len(assemble(processor)) < 4096
    assert all(max(step.if_true, step.if_false) < 256 for step in assemble(processor))
