"""Assembles the filter as a classic BPF program, as seccomp(2) takes it."""

from dataclasses import dataclass
import errno
import struct
from typing import Final

from .calls import Processor
from .policy import FORBIDDEN, RULES, UNKNOWN_TO_KERNEL, Rule

_LOAD: Final = 0x20
_JUMP_EQUAL: Final = 0x15
_JUMP_GREATER_EQUAL: Final = 0x35
_JUMP_ANY_BIT: Final = 0x45
_RETURN: Final = 0x06

_KILL_PROCESS: Final = 0x8000_0000
_ERRNO: Final = 0x0005_0000
_ALLOW: Final = 0x7FFF_0000

# Offsets in `struct seccomp_data`: number, architecture, instruction pointer, six arguments of 64 bits.
_NUMBER_AT: Final = 0
_ARCHITECTURE_AT: Final = 4
_ARGUMENTS_AT: Final = 16
_X32_BIT: Final = 0x4000_0000
_LOW: Final = 0xFFFF_FFFF

_INSTRUCTION: Final = struct.Struct("=HBBI")


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction: code, how many to skip if true and if false, operand."""

    code: int
    if_true: int
    if_false: int
    operand: int

    def pack(self) -> bytes:
        """Encode as `struct sock_filter`."""
        return _INSTRUCTION.pack(self.code, self.if_true, self.if_false, self.operand)


_DENY: Final = Instruction(_RETURN, 0, 0, _ERRNO | errno.EPERM)
_PERMIT: Final = Instruction(_RETURN, 0, 0, _ALLOW)
_KILL: Final = Instruction(_RETURN, 0, 0, _KILL_PROCESS)


def assemble(processor: Processor) -> list[Instruction]:
    """Return the whole filter for one kind of processor."""
    program = [_load(_ARCHITECTURE_AT), Instruction(_JUMP_EQUAL, 1, 0, processor.audit), _KILL, _load(_NUMBER_AT)]
    if processor.x32:
        # The same calls under other numbers: a filter that passed these over would be no filter.
        program += [Instruction(_JUMP_GREATER_EQUAL, 0, 1, _X32_BIT), _KILL]
    for call in (call for calls in FORBIDDEN.values() for call in calls):
        program += _when_called(processor, call, [_DENY])
    for call in UNKNOWN_TO_KERNEL:
        program += _when_called(processor, call, [Instruction(_RETURN, 0, 0, _ERRNO | errno.ENOSYS)])
    for call in dict.fromkeys(rule.call for rule in RULES):
        program += _when_called(processor, call, _judge([rule for rule in RULES if rule.call == call]))
    return [*program, _PERMIT]


def _when_called(processor: Processor, call: str, block: list[Instruction]) -> list[Instruction]:
    """Do `block`, which ends with an answer, for this call only. Nothing where the processor has no such call."""
    if call not in processor.numbers:
        return []
    return [Instruction(_JUMP_EQUAL, 0, len(block), processor.numbers[call]), *block]


def _judge(rules: list[Rule]) -> list[Instruction]:
    """Look at the arguments. The two answers stand at the end; every test that holds jumps to the last."""
    tests: list[tuple[int, int, int]] = []
    for rule in rules:
        at = _ARGUMENTS_AT + 8 * rule.argument
        tests += [(at, _JUMP_EQUAL, value) for value in rule.values]
        tests += [(at, _JUMP_ANY_BIT, rule.bits & _LOW)] if rule.bits & _LOW else []
        tests += [(at + 4, _JUMP_ANY_BIT, rule.bits >> 32)] if rule.bits >> 32 else []
    block: list[Instruction] = []
    for place, (at, jump, operand) in enumerate(tests):
        remaining = 2 * (len(tests) - place - 1)
        block += [_load(at), Instruction(jump, remaining + 1, 0, operand)]
    return [*block, _PERMIT, _DENY]


def _load(offset: int) -> Instruction:
    return Instruction(_LOAD, 0, 0, offset)
