"""Homes of any size, for measuring what names cost."""

import random

from custom_components.earshot.grammar import EntityName, HomeNames, PlaceName

ROOMS = (
    *("kitchen", "bedroom", "living room", "hallway", "bathroom", "office", "cellar", "attic", "garage", "garden"),
    *("dining room", "laundry", "guest room", "nursery", "library", "workshop", "pantry", "balcony", "porch", "gym"),
)
OWNERS = (
    *("anna", "ben", "carla", "david", "emma", "frank", "grace", "henry", "isabel", "jack", "karen", "leo", "maria"),
    *("nathan", "olivia", "peter", "rachel", "simon", "tina", "victor", "wendy", "adam", "brian", "diana", "eric"),
)
ADJECTIVES = ("left", "right", "big", "small", "old", "new", "front", "back", "upper", "lower", "red", "white")
THINGS = (
    *(("light", "lamp"), ("light", "light"), ("light", "spotlight"), ("switch", "plug"), ("switch", "heater")),
    *(("cover", "blind"), ("cover", "curtain"), ("fan", "fan"), ("sensor", "humidity"), ("climate", "radiator")),
)
KNOWN_COMMAND = "turn on the kitchen ceiling light"
"""A command that each of these homes understands."""


def make_home(names: int) -> HomeNames:
    """Make a home with so many names of things, drawn by lot, in twenty rooms on two floors."""
    lots = random.Random(names)  # noqa: S311 - any names will do
    chosen = {"kitchen ceiling light": ("light", "kitchen")}
    while len(chosen) < names:
        room, (domain, noun) = lots.choice(ROOMS), lots.choice(THINGS)
        whose = lots.choice((room, f"{lots.choice(OWNERS)}'s"))
        chosen.setdefault(f"{whose} {lots.choice(ADJECTIVES)} {noun}", (domain, room))
        if lots.random() < 1 / 2:
            chosen.setdefault(f"{whose} {lots.choice(OWNERS)} {noun}", (domain, room))
    entities = tuple(
        EntityName(names=(name,), domain=domain, area=area) for name, (domain, area) in list(chosen.items())[:names]
    )
    return HomeNames(
        entities=entities,
        areas=tuple(PlaceName(names=(room,)) for room in ROOMS),
        floors=(PlaceName(names=("ground floor",)), PlaceName(names=("upstairs",))),
    )
