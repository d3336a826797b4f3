"""Sentences and voices that the benchmark reports on: the sixth held-out set. Nothing was chosen with them.

`draw.py` drew them by rules that were committed before, and it draws the same again. They are voices of espeak-ng's
variants that people contributed, of those that wake the assistant; nobody's ear chose them.
"""

VOICES: tuple[str, ...] = ()

ACCENTS = ("espeak-ng:en-us-nyc+f2", "espeak-ng:en-gb-x-gbcwmd")
"""As in New York, and in the West Midlands of England. The acoustic model is of neither: their figure stands apart."""

COMMANDS: tuple[str, ...] = ()

FOREIGN = (
    "the kettle has been whistling for a while",
    "my grandmother grew up on an island",
    "somebody left an umbrella on the train",
    "we took the wrong turn at the roundabout",
    "his handwriting is impossible to read",
    "the bakery on the corner has new owners",
    "did you ever finish that book about whales",
    "there were thirty five people in the queue",
    "please sign at the bottom of the page",
    "she plays the cello in a small orchestra",
    "the wedding is in the second week of May",
    "I can never remember his last name",
    "it smells like fresh paint in here",
    "the children are drawing with chalk",
    "he turned the pages very slowly",
    "a red car has been parked there all week",
    "we ran out of milk again",
    "the lights of the city looked beautiful from the plane",
    "set off early if you want a good seat",
    "the office was closed when I got there",
    "open an account at the other bank",
    "turn the pancake over after two minutes",
    "twenty minutes later the rain stopped",
    "the bathroom at the station costs fifty cents",
    "that lamp belonged to my aunt",
    "the temperature of the lake surprised everybody",
    "change trains at the next station",
    "the match ended in a draw",
    "and now the weather for the weekend",
    "our correspondent has more from the capital",
    "call now and save twenty percent",
    "the minister refused to comment",
    "never mind",
    "see you on Thursday",
    "how strange",
    "let me think about it",
)
