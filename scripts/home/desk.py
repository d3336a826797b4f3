"""A review desk, set up in a home of its own through the same doors that a person uses."""

from collections.abc import Sequence
from typing import Final

from .earshot import DOMAIN, wait_for_entry
from .home import DemoHome

NAME: Final = "Sprachlabor Beispielstadt"


def open_desk(home: DemoHome, reviewers: Sequence[str], **otherwise: object) -> None:
    """Make a home that has no Earshot yet a review desk and nothing else; returns when it is loaded.

    `reviewers` are ids of the home's users, `otherwise` are answers to the flow's questions. Raises HomeError.
    """
    entry = home.rest.add_entry(DOMAIN, choose=("only_desk",))
    answers = {
        "name": NAME,
        "contact": "desk@example.org",
        "people": "Two employees of the laboratory, by name: R. Reviewer and Q. Reviewer",
        "place": "Beispielstadt, Germany",
        "retention_days": 30,
        "purposes": ["improve_wake_words", "improve_speech_recognition"],
        "address": home.url,
        "reviewers": list(reviewers),
        "danger_contact": "Duty officer, +49 000 0000",
        "languages": ["en"],
    }
    home.rest.add_subentry(entry["entry_id"], "review_desk", **(answers | otherwise))
    with home.socket() as socket:
        wait_for_entry(socket)
