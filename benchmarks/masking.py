"""Voice masking: how well a voice is known again, what of its words is still heard, and what it takes."""

from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import asdict
import json
from pathlib import Path
import random
from time import process_time
import tracemalloc

import numpy as np

from benchmarks.commands import reported, tuning
from benchmarks.commands.voices import spoken
from benchmarks.speakers.clips import ENROLMENT, SNR_DB, People, masked_clips, turned_back
from benchmarks.speakers.encoder import Encoder
from benchmarks.speakers.trials import Alike, compare, enrolled, judged
from benchmarks.speakers.weights import load
from benchmarks.speakers.words import Listener, Tally
from custom_components.earshot.donation.sound import DEFAULT_STRENGTH, prepare_sound
from custom_components.earshot.donation.sound.masking import FARTHEST
from custom_components.earshot.donation.sound.samples import RATE, Floats
from scripts.home.names import HOME

STRENGTHS = (0.25, 0.5, 0.75, 1.0)
GUESSES = 6
"""Coefficients that somebody who knows the method tries on each clip."""
SPEAKERS = 8
COMMANDS = 12
"""Voices, and commands of each, whose words are listened for."""
SECONDS = (5, 60)

type Clips = Sequence[Sequence[Floats]]


def main() -> None:
    """Measure, print, and write the figures if a file is named."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    parser.add_argument("--tuning", action="store_true", help="the set that the strength is chosen with, not reported")
    parser.add_argument("--only", choices=("voices", "words", "speed"), help="measure one of the three")
    options = parser.parse_args()
    wanted = (options.only,) if options.only else ("voices", "words", "speed")
    figures: dict[str, object] = {}
    if "voices" in wanted:
        figures |= voices(People.tuning() if options.tuning else People.held_out())
    if "words" in wanted:
        figures |= words(*_commands(tuning if options.tuning else reported))
    if "speed" in wanted:
        figures |= speed()
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n")


def voices(people: People) -> dict[str, object]:
    """Hold masked clips against the voices, as strangers to the method and as those who know it would."""
    encoder = Encoder(load())
    said = people.clips()
    before = _embedded(encoder, said)
    known, tests = enrolled(before[:, :ENROLMENT]), [row[ENROLMENT:] for row in said]
    print(f"{len(people.voices)} voices, {ENROLMENT} clips known of each, {len(tests[0])} tried, {SNR_DB:.0f} dB SNR")
    print(f"  {'':<38} same voice   others   equal error   right one named")
    found = {"unmasked": _print("not masked", compare(known, before[:, ENROLMENT:]))}
    for strength in STRENGTHS:
        after = _embedded(encoder, masked_clips(said, strength))
        name = f"strength_{strength:.2f}"
        found[f"{name}_ignorant"] = _print(f"{strength:.2f}, known unmasked", compare(known, after[:, ENROLMENT:]))
        informed = compare(enrolled(after[:, :ENROLMENT]), after[:, ENROLMENT:])
        found[f"{name}_informed"] = _print(f"{strength:.2f}, known masked", informed)
        found[f"{name}_linked"] = _print(f"{strength:.2f}, two clips", compare(after[:, 0], after[:, ENROLMENT:]))
    masked = masked_clips(tests, DEFAULT_STRENGTH)
    undone = judged(_guessed(encoder, known, masked))
    found["default_undone"] = _print(f"{DEFAULT_STRENGTH:.2f}, known unmasked, turned back", undone)
    print()
    return {f"{name}_{key}": value for name, each in found.items() for key, value in asdict(each).items()}


def _guessed(encoder: Encoder, known: Floats, clips: Clips) -> Floats:
    """Turn `clips` back by several guesses, and return the best score of each clip with each voice."""
    guesses = 1.0 - DEFAULT_STRENGTH * np.linspace(-FARTHEST, FARTHEST, GUESSES)
    tried = (_embedded(encoder, turned_back(clips, float(guess))) for guess in guesses)
    best: Floats = np.max([np.einsum("vcn,wn->vcw", each, known) for each in tried], axis=0)
    return best


def _embedded(encoder: Encoder, clips: Clips) -> Floats:
    flat = encoder.embed([clip for row in clips for clip in row])
    return flat.reshape(len(clips), -1, flat.shape[1])


def _print(title: str, alike: Alike) -> Alike:
    print(
        f"  {title:<38} {alike.same:10.2f} {alike.other:8.2f} {alike.equal_error:13.1%} {alike.named:17.1%}", flush=True
    )
    return alike


def words(names: Sequence[str], commands: Sequence[str]) -> dict[str, object]:
    """Let the recogniser's acoustic model hear commands before and after."""
    listener = Listener(HOME)
    print(f"{len(commands)} commands of {len(names)} voices, the demo home's grammar")
    print(f"  {'':<38} wrong words   sentences right")
    figures: dict[str, object] = {}
    for strength in (None, 0.0, *STRENGTHS):
        chance = random.Random(strength)  # noqa: S311 - a draw that is repeated, not a secret
        tally = Tally()
        for voice in names:
            for number, text in enumerate(commands):
                pcm = spoken(voice, text, snr_db=SNR_DB, seed=number)
                if strength is not None:
                    pcm = prepare_sound(pcm, strength=strength, beeps=(), chance=chance).pcm
                tally.add(text, listener.hear(pcm))
        title = "as said" if strength is None else f"{strength:.2f}, silence cut off"
        print(f"  {title:<38} {tally.word_errors:11.1%} {tally.sentences_right:17.1%}", flush=True)
        key = "as_said" if strength is None else f"strength_{strength:.2f}"
        figures |= {f"{key}_word_error": tally.word_errors, f"{key}_sentences_right": tally.sentences_right}
    print()
    return figures


def _commands(chosen: object) -> tuple[tuple[str, ...], tuple[str, ...]]:
    voices, commands = (tuple(getattr(chosen, name)) for name in ("VOICES", "COMMANDS"))
    few = np.linspace(0, len(commands) - 1, COMMANDS).round().astype(int)
    return tuple(each for each in voices if not each.startswith("flite:"))[:SPEAKERS], tuple(commands[at] for at in few)


def speed() -> dict[str, object]:
    """Prepare clips of several lengths: processor time, and the most memory at once beside the clip itself."""
    figures: dict[str, object] = {}
    for seconds in SECONDS:
        noise = np.random.default_rng(1).normal(scale=1000.0, size=seconds * RATE)
        pcm = noise.astype("<i2").tobytes()
        began = process_time()
        prepare_sound(pcm, strength=DEFAULT_STRENGTH, beeps=[(1000, 1500)])
        factor = (process_time() - began) / seconds
        tracemalloc.start()
        prepare_sound(pcm, strength=DEFAULT_STRENGTH, beeps=[(1000, 1500)])
        most = tracemalloc.get_traced_memory()[1] / 2**20
        tracemalloc.stop()
        print(f"{seconds:>3} s: real-time factor {factor:.4f}, {most:.0f} MiB")
        figures |= {f"speed_{seconds}_s_real_time_factor": factor, f"speed_{seconds}_s_mib": most}
    return figures


if __name__ == "__main__":
    main()
