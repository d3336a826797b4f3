"""Two hundred clips as chance has them: what the desk gets is, byte for byte, what was shown last."""

import random

import pytest

from custom_components.earshot.donation import choices as choices_module
from custom_components.earshot.donation.choices import Choices
from custom_components.earshot.donation.clip import payload_sha256
from tests.donating.giving_home import GivingHome

CLIPS = 200
RATE = 16_000


def noise(chance: random.Random) -> bytes:
    """Make a third of a second to two seconds of something that is no silence."""
    samples = chance.randint(RATE // 3, 2 * RATE)
    loud = chance.randint(2_000, 12_000)
    return b"".join(
        max(-32_768, min(32_767, round(chance.gauss(0, loud)))).to_bytes(2, "little", signed=True)
        for _ in range(samples)
    )


@pytest.mark.promise(8)
async def test_of_two_hundred_clips_each_leaves_as_it_was_shown(
    home: GivingHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(20_261_129)  # noqa: S311 - a test that is the same each time
    monkeypatch.setattr(choices_module, "MOST_A_DAY", CLIPS)
    await home.consent()
    await home.donations.set_choices(Choices(sampling=1.0, daily_cap=CLIPS), "Ada")
    shown: dict[str, bytes] = {}

    for _ in range(CLIPS):
        await home.say(pcm=noise(chance))
        (offer,) = await home.donations.offers()
        if chance.random() < 0.2:
            await home.donations.adjust(
                offer.offer_id, strength=chance.choice((0.25, 0.75)), hide=[chance.randint(0, 1)]
            )
        preview = await home.donations.preview(offer.offer_id, home.admin)
        shown[payload_sha256(preview.payload)] = preview.payload
        await home.donations.send_now(offer.offer_id, payload_sha256(preview.payload), "Ada")
        await home.look()

    assert len(shown) == CLIPS
    assert {payload_sha256(held.payload): held.payload for held in home.desk.held.values()} == shown
    assert sorted(donated.sha256 for donated in await home.donated()) == sorted(shown)
