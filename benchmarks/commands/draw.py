"""Draws a held-out set by rules that leave nothing to choose: which voices, and which commands.

`python -m benchmarks.commands.draw` prints both. Voices: espeak-ng's American English, as each of the variants that
come with espeak-ng speaks it, in the order of the SHA-256 of their names. Left out are those that any earlier set had,
and those that are meant to be a machine, a ghost or a whisper. Of the rest, the first that wake the assistant: the
wake word engine hears their "hey jarvis" with 0.9 or more, three times of three. Nobody who does not wake it speaks a
command.

Commands: the forms below, each as often as it stands there, filled by chance, without any that an earlier set had.
The other sentences cannot be drawn; those of the set were written, and committed with this rule, before it was drawn.
"""

from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
import random

import numpy as np

from benchmarks.commands import reported, tuning
from benchmarks.commands.sameness import canonical
from benchmarks.commands.voices import spoken
from custom_components.earshot.grammar.numbers import number_words
from voice_host.contract import RATE, WIDTH
from voice_host.engines.wake.head import load_head, parse_model
from voice_host.engines.wake.mel import FRAME
from voice_host.engines.wake.network import Network
from voice_host.engines.wake.shipped import SHIPPED_WORDS, find_shipped_models
from voice_host.espeak import library_path

SEED = "held-out set 6"
VOICES = 8
WAKE_WORD = "hey_jarvis"
WAKE_SAYING = "hey jarvis"
WAKE_SCORE = 0.9
WAKE_TIMES = 3
WAKE_SNR_DB = 25.0
LEAD_SECONDS = 1
TRIES = 1000
"""A form that gives nothing new so often is left out: earlier sets had all of its commands."""
NO_PERSON = ("robo", "klatt", "whisper", "croak", "demonic", "fast", "kaukovalta", "announcer")
"""Beginnings of the names of machines, ghosts, whispers and effects; a name that ends in `robot` is one as well."""
HEARD_ELSEWHERE = ("Alicia", "Andrea", "Linda")
"""Measured beside an earlier set (the third is in the tuning set in small letters)."""

LIGHTS = (
    *("kitchen light", "bedroom lamp", "bedside lamp", "ceiling light", "reading lamp", "hall light"),
    *("bathroom light", "mirror light", "desk lamp"),
)
ROOMS = ("kitchen", "bedroom", "living room", "hallway", "bathroom", "office")
COLOURS = ("red", "green", "blue", "yellow", "orange", "purple", "pink", "white")
COVERS = ("living room shutters", "bedroom shutter", "kitchen blind")
FORMS = (
    *(8 * ("{turn} {onoff} the {light}",)),
    *(6 * ("{turn} the {light} {onoff}",)),
    *(4 * ("{turn} {onoff} the {room} lights",)),
    *(5 * ("{turn} {onoff} the lights in the {room}",)),
    *(2 * ("{room} lights {onoff}",)),
    "turn off all the lights in the {room}",
    "{turn} {onoff} the {floor} lights",
    "{turn} {onoff} the coffee machine",
    *(5 * ("set the {light} to {percent} percent",)),
    *(2 * ("set the {light} brightness to {percent} percent",)),
    "set the {room} brightness to {percent} percent",
    *(2 * ("set the lights in the {room} to {percent} percent",)),
    *(5 * ("{set} the {light} to {colour}",)),
    *(2 * ("set the lights in the {room} to {colour}",)),
    *(4 * ("{set} the temperature to {degrees} degrees",)),
    *(2 * ("{set} the thermostat to {degrees} degrees",)),
    *(2 * ("what is the temperature in the {room}",)),
    "how {warm} is it in the {room}",
    *(2 * ("{open} the {cover}",)),
    *(2 * ("set the {cover} to {percent} percent",)),
    *(3 * ("is the {light} {onoff}",)),
    "are any lights on in the {room}",
    "which lights are on in the {room}",
    "how many lights are on in the {room}",
    "set the bathroom fan to {percent} percent",
    *(3 * ("set a timer for {minutes} minutes",)),
    "set a timer for {hours} hours",
    "start a timer for {seconds} seconds",
    "set a {minutes} minute timer",
    "add {minutes} minutes to my timer",
    "take {hours} minutes off the timer",
    # Nine forms above have nothing left that no earlier set had; these make up for them.
    "set the {room} brightness to {percent} percent",
    "set the lights in the {room} to {percent} percent",
    "{set} the {light} to {colour}",
    "set the {cover} to {percent} percent",
    "set a timer for {minutes} minutes",
    "how {warm} is it in the {room}",
)
"""Each is drawn once; the usual forms stand here most often, like in the fourth set."""


def main() -> None:
    """Print the voices and the commands."""
    for voice in islice(_waking(), VOICES):
        print(voice)
    for command in draw_commands(SEED):
        print(command)


def candidates() -> list[str]:
    """Return every voice that may be drawn, in the order in which they are tried."""
    used = {name.casefold() for name in HEARD_ELSEWHERE}
    for voice in (*tuning.VOICES, *reported.ACCENTS):
        used.add(voice.rpartition("+")[2].casefold())
    folder = library_path() / "espeak-ng-data" / "voices" / "!v"
    names = [file.name for file in folder.iterdir() if file.name.casefold() not in used]
    people = [name for name in names if not name.casefold().startswith(NO_PERSON) and not name.endswith("Robot")]
    return [f"espeak-ng:en-us+{name}" for name in sorted(people, key=lambda name: sha256(name.encode()).digest())]


def draw_commands(seed: str) -> list[str]:
    """Fill every form by chance, and draw again what is no new command."""
    lots = random.Random(seed)  # noqa: S311 - a draw, not a secret
    known = {canonical(command) for command in tuning.COMMANDS}
    drawn = []
    for form in FORMS:
        tries = islice(_filled(form, lots), TRIES)
        command = next((filled for filled in tries if canonical(filled) not in known), None)
        if command is not None:
            known.add(canonical(command))
            drawn.append(command)
    return drawn


def _filled(form: str, lots: random.Random) -> Iterator[str]:
    def number(numbers: range) -> str:
        return " ".join(number_words(lots.choice(numbers), "en"))

    while True:
        yield form.format(
            turn=lots.choice(("turn", "switch")),
            onoff=lots.choice(("on", "off")),
            light=lots.choice(LIGHTS),
            room=lots.choice(ROOMS),
            floor=lots.choice(("upstairs", "ground floor")),
            set=lots.choice(("set", "change")),
            colour=lots.choice(COLOURS),
            warm=lots.choice(("warm", "hot", "cold")),
            open=lots.choice(("open", "close", "shut", "raise", "lower")),
            cover=lots.choice(COVERS),
            percent=number(range(5, 100, 5)),
            degrees=number(range(16, 26)),
            minutes=number(range(2, 60)),
            hours=number(range(2, 12)),
            seconds=number(range(10, 60, 5)),
        )


def _waking() -> Iterator[str]:
    word = next(word for word in SHIPPED_WORDS if word.name == WAKE_WORD)
    models = find_shipped_models()
    head = load_head(word.name, parse_model(models.path(word.file).read_bytes()))
    network = Network(models, {word.name: head})
    for voice in candidates():
        sounds = (spoken(voice, WAKE_SAYING, snr_db=WAKE_SNR_DB, seed=seed) for seed in range(WAKE_TIMES))
        if all(_best_score(network, sound) >= WAKE_SCORE for sound in sounds):
            yield voice


def _best_score(network: Network, pcm: bytes) -> float:
    """Return the best score of the wake word in a sound, with a second of silence before and after."""
    silence = bytes(LEAD_SECONDS * RATE * WIDTH)
    sound = np.frombuffer(silence + pcm + silence, "<i2").astype(np.float32)
    here = np.array([0])
    network.reset(0)
    frames = sound[: len(sound) - len(sound) % FRAME].reshape(-1, 1, FRAME)
    return max(float(network.listen(here, frame, {WAKE_WORD: here})[WAKE_WORD][0]) for frame in frames)


if __name__ == "__main__":
    main()
