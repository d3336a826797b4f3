"""A home with Earshot that is a review desk, too."""

from typing import Any

from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.earshot.const import DOMAIN, SUBENTRY_ASSISTANT, SUBENTRY_DESK, TITLE
from custom_components.earshot.donation.bundle import new_secrets, seal_bundle
from custom_components.earshot.donation.clip import Clip, encode_clip
from custom_components.earshot.donation.statement import SignedStatement
from tests.review_desk.parts import CONFIGURED, Given, clip


def desk_entry(**changed: Any) -> MockConfigEntry:
    """Return the entry of a home with an assistant and a desk."""
    desk = CONFIGURED | changed
    return MockConfigEntry(
        domain=DOMAIN,
        title=TITLE,
        subentries_data=[
            {"data": {}, "subentry_type": SUBENTRY_ASSISTANT, "title": TITLE, "unique_id": None, "subentry_id": "one"},
            {
                "data": desk,
                "subentry_type": SUBENTRY_DESK,
                "title": desk["name"],
                "unique_id": None,
                "subentry_id": "desk",
            },
        ],
    )


def give(statement: SignedStatement, made: Clip | None = None) -> Given:
    """Make a bundle under a statement, as a donor's home does."""
    made = made or clip()
    payload, secrets = encode_clip(made), new_secrets()
    body = seal_bundle(
        payload, statement=statement, purpose=made.purpose, secrets=secrets, made_on=dt_util.utcnow().date()
    )
    return Given(secrets, body, payload)
