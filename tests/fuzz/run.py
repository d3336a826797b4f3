"""Let atheris look for bytes that a parser cannot bear: `scripts/fuzz [TARGET] [OPTION]...`.

The options are libFuzzer's (https://llvm.org/docs/LibFuzzer.html), for example `-max_total_time=600`. Without a target
all of them are run: the first byte says which. A finding is written to a file `crash-…`, which is an argument to run it
again.
"""

from pathlib import Path
import sys
from tempfile import TemporaryDirectory

import atheris  # type: ignore[import-untyped]  # it carries no types

from tests.ledger import core_only

core_only.install()
with atheris.instrument_imports(include=["custom_components.earshot"]):
    from tests.fuzz.targets import TARGETS

LIMITS = ("-max_len=20000", "-timeout=5", "-rss_limit_mb=512")
"""Longer than any seed; and what a hostile file must not take: five seconds, half a gigabyte."""


def main(arguments: list[str]) -> None:
    """Run one target, or all in turn by the first byte."""
    names = [arguments.pop(0)] if arguments and arguments[0] in TARGETS else list(TARGETS)
    every = [TARGETS[name] for name in names]

    def one(data: bytes) -> None:
        if len(every) == 1:
            every[0].run(data)
        elif data:
            every[data[0] % len(every)].run(data[1:])

    with TemporaryDirectory() as folder:
        for number, target in enumerate(every):
            mark = bytes([number]) if len(every) > 1 else b""
            for which, seed in enumerate(target.seeds()):
                Path(folder, f"{number}-{which}").write_bytes(mark + seed)
        atheris.Setup([sys.argv[0], *LIMITS, *arguments, folder], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
