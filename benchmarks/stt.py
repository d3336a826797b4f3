"""Speech-to-text: commands heard right, other speech taken for commands, speed, and what a large home costs."""

from argparse import ArgumentParser
from dataclasses import dataclass
import json
from pathlib import Path
from time import perf_counter

from benchmarks.commands import reported, tuning
from benchmarks.commands.homes import KNOWN_COMMAND, make_home
from benchmarks.commands.listening import Heard, hear_all, make_engine
from benchmarks.commands.voices import available
from custom_components.earshot.grammar import build_grammar
from scripts.home.names import HOME
from voice_host.contract import HomeGrammar
from voice_host.engines.stt import create_speech_engine

SNR_DB = 25.0
"""A quiet room."""
LOUD_SNR_DB = 15.0
"""A room with a fan or a washing machine."""
SIZES = (50, 500, 2000)
HELD_OUT = "held-out set: voices and sentences that nothing was tuned with"
TUNING = "set that thresholds were chosen with: not to be reported"
TARGET_RIGHT = 0.95
TARGET_FALSE = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """What became of one set of commands and other sentences."""

    right: float
    wrong: float
    """Commands that were taken for another command."""
    false: float
    """Other sentences that were taken for a command."""


def rates(heard: list[Heard]) -> Rates:
    """Count; foreign sentences are those that are no commands."""
    commands = [each for each in heard if each.is_command]
    foreign = [each for each in heard if not each.is_command]
    return Rates(
        right=sum(each.right for each in commands) / len(commands),
        wrong=sum(each.accepted and not each.right for each in commands) / len(commands),
        false=sum(each.accepted for each in foreign) / len(foreign),
    )


def main() -> None:
    """Measure, print, and write the figures if a file is named."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    parser.add_argument("--tuning", action="store_true", help="the set that thresholds are chosen with, not reported")
    parser.add_argument("--errors", action="store_true", help="print every sentence that went wrong")
    options = parser.parse_args()
    chosen = tuning if options.tuning else reported
    title = TUNING if options.tuning else HELD_OUT
    figures = recognition(chosen.VOICES, chosen.COMMANDS, chosen.FOREIGN, title=title, show_errors=options.errors)
    figures |= building()
    if chosen is reported:
        heard = hear_all(make_engine(HOME), reported.ACCENTS, reported.COMMANDS, reported.FOREIGN, snr_db=SNR_DB)
        figures |= print_room("accents", SNR_DB, reported.ACCENTS, heard)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n")


def recognition(
    names: tuple[str, ...], commands: tuple[str, ...], foreign: tuple[str, ...], *, title: str, show_errors: bool
) -> dict[str, float]:
    """Say everything in a quiet and in a loud room."""
    voices = available(names)
    if missing := set(names) - set(voices):
        print(f"Without {', '.join(sorted(missing))}: flite is not installed.")
    print(f"The {title}.")
    print(
        f"{len(commands)} commands and {len(foreign)} other sentences, {len(voices)} voices, the demo home's grammar\n"
    )
    figures: dict[str, float] = {"commands": len(commands), "foreign_sentences": len(foreign), "voices": len(voices)}
    for room, snr_db in (("quiet", SNR_DB), ("loud", LOUD_SNR_DB)):
        heard = hear_all(make_engine(HOME), voices, commands, foreign, snr_db=snr_db)
        figures |= print_room(room, snr_db, voices, heard)
        if show_errors:
            print_errors(heard)
    met = figures["quiet_right_ratio"] >= TARGET_RIGHT and figures["quiet_false_ratio"] <= TARGET_FALSE
    print(
        f"Target in a quiet room: {TARGET_RIGHT:.0%} right, {TARGET_FALSE:.0%} false. {'Met' if met else 'NOT met'}.\n"
    )
    return figures


def print_room(room: str, snr_db: float, voices: tuple[str, ...], heard: list[Heard]) -> dict[str, float]:
    """Print one table, and return its figures."""
    title = f"{room}, {snr_db:.0f} dB SNR"
    print(f"  {title:<24}   right   wrong command   false command")
    for voice in voices:
        each = rates([one for one in heard if one.voice == voice])
        print(f"  {voice:<24} {each.right:7.1%} {each.wrong:15.1%} {each.false:15.1%}")
    total = rates(heard)
    factor = sum(one.took_seconds for one in heard) / sum(one.sound_seconds for one in heard)
    print(f"  {'all':<24} {total.right:7.1%} {total.wrong:15.1%} {total.false:15.1%}   real-time factor {factor:.3f}\n")
    return {
        f"{room}_right_ratio": total.right,
        f"{room}_wrong_ratio": total.wrong,
        f"{room}_false_ratio": total.false,
        f"{room}_real_time_factor": factor,
    }


def print_errors(heard: list[Heard]) -> None:
    """Print what was said and what was heard, for synthetic sentences only."""
    for one in heard:
        if (one.is_command and not one.right) or (not one.is_command and one.accepted):
            print(f"    {one.voice}: {one.said!r} -> {one.text or one.verdict!r} ({one.score or 0:.2f})")


def building() -> dict[str, float]:
    """Build the grammars of homes of several sizes, and hear one sentence in each."""
    print(f"{'names':>7} {'grammar':>10} {'learning':>10} {'text':>10} {'one command':>13}")
    figures: dict[str, float] = {}
    build_grammar("en", HOME)  # Home Assistant's sentences are read once.
    for size in SIZES:
        home = make_home(size)
        began = perf_counter()
        grammar = build_grammar("en", home)
        written = perf_counter() - began
        engine = create_speech_engine(None)
        built = engine.set_home(HomeGrammar(language="en", jsgf=grammar.jsgf, revision=grammar.revision))
        assert built
        learned = built.took_ms / 1000
        heard = hear_all(engine, ("espeak-ng:en-us",), (KNOWN_COMMAND,), (), snr_db=SNR_DB)[0]
        assert heard.right
        factor = heard.took_seconds / heard.sound_seconds
        kib = len(grammar.jsgf) / 1024
        print(f"{size:>7} {written:>8.2f} s {learned:>8.2f} s {kib:>6.0f} KiB {factor:>8.3f} RTF")
        figures |= {
            f"names_{size}_grammar_seconds": written,
            f"names_{size}_learning_seconds": learned,
            f"names_{size}_grammar_kib": kib,
            f"names_{size}_real_time_factor": factor,
        }
    return figures


if __name__ == "__main__":
    main()
