"""Somebody may be in danger: what happens when a reviewer says so. Never nothing.

The clip is held: nobody else is given it, and no label erases it. Administrators get a repair issue and a notification
with the contact and the guidance that the desk has written down, which stay until somebody decides. What ends a held
clip without them is its time, which was promised to the donor, and the donor's own withdrawal.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from homeassistant.components import persistent_notification
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.translation import async_get_translations

from ..const import DOMAIN
from ..donation.desk.desk_store import Connection, clips, reviewing
from ..donation.desk.desk_store.rows import AlarmRow, ReceiptRow, State
from ..donation.receipts import ReceiptAction
from ..errors import ContentDamagedError, ContentGoneError, ContentMissingError
from ..errors.desk import AlarmUnknownError
from .configured import DeskChoices
from .ending import Ending
from .leases import SOUND_SECONDS
from .opened import Opened
from .receipting import Receipts
from .shown import Alarm, Decision, HeldClip, SoundTicket

ISSUE: Final = "desk_danger"
"""The repair issue, the notification, and the key of their words."""

REJECTED: Final = "rejected"


@dataclass(frozen=True, slots=True)
class Alarms:
    """The alarms of an open desk. Blocks."""

    desk: Opened
    receipts: Receipts
    ending: Ending

    def all_of_them(self) -> tuple[Alarm, ...]:
        """Return the alarms that nobody has decided on, the oldest first."""
        with self.desk.store.read() as connection:
            rows = reviewing.alarms(connection)
        return tuple(self._alarm(row) for row in rows)

    def open(self, number: int, user_id: str) -> tuple[HeldClip, tuple[ReceiptRow, ...]]:
        """Open a held clip for somebody who has to decide. Also return the receipts of what they read by that.

        Raises AlarmUnknownError.
        """
        alarm = self._find(number)
        try:
            clip = self.desk.chest.clip(alarm.donation_id)
            written = self._written(alarm)
        except (ContentGoneError, ContentMissingError, ContentDamagedError) as err:
            raise AlarmUnknownError from err

        def read(connection: Connection) -> tuple[int, tuple[ReceiptRow, ...]]:
            reviewer = reviewing.number_of(connection, user_id)
            if not clip.words:
                return reviewer, ()
            at, name = self.desk.now(), alarm.donation_id
            receipt = self.receipts.write(connection, name, ReceiptAction.LISTENED, at, reviewer=reviewer, heard_ms=0)
            return reviewer, (receipt,)

        reviewer, read_by = self.desk.store.write(read)
        sound = None if clip.sound is None else self._sound(alarm.donation_id, user_id, reviewer)
        return HeldClip(number=number, words=clip.words, written=written, sound=sound), read_by

    def decide(self, number: int, decision: Decision) -> tuple[ReceiptRow, ...]:
        """Do what was decided. Return the receipts of it. Raises AlarmUnknownError."""
        name = self._find(number).donation_id
        if decision is Decision.DELETE:
            gone = self.ending.end(name, REJECTED)
            return () if gone is None else (gone,)

        def release(connection: Connection) -> None:
            clip = clips.find(connection, name)
            reviewing.decide_alarms(connection, name, decision.value)
            if clip is not None and clip.state is State.HELD:
                clips.move(connection, name, State.WAITING)

        self.desk.store.write(release)
        return ()

    def _find(self, number: int) -> AlarmRow:
        with self.desk.store.read() as connection:
            found = next((row for row in reviewing.alarms(connection) if row.number == number), None)
        if found is None:
            raise AlarmUnknownError
        return found

    def _alarm(self, row: AlarmRow) -> Alarm:
        return Alarm(
            number=row.number,
            raised=datetime.fromtimestamp(row.raised / 1000, UTC),
            reviewer=row.reviewer,
            donation_id=row.donation_id,
            until=self.desk.chest.until(row.donation_id),
        )

    def _written(self, alarm: AlarmRow) -> str | None:
        with self.desk.store.read() as connection:
            labels = reviewing.labels(connection, alarm.donation_id)
        mine = [row.number for row in labels if row.reviewer == alarm.reviewer]
        return self.desk.chest.label(alarm.donation_id, mine[-1]).label.words if mine else None

    def _sound(self, donation_id: str, user_id: str, reviewer: int) -> SoundTicket:
        sound = self.desk.leases.offer_sound(donation_id, user_id, reviewer, alarm=True)
        return SoundTicket(ticket=sound.ticket, until=self.desk.now() + timedelta(seconds=SOUND_SECONDS))


async def show_alarms(hass: HomeAssistant, choices: DeskChoices, count: int) -> None:
    """Keep the issue and the notification true: there while somebody has to decide, and gone after that.

    Both say whom to turn to and what to do, and nothing of what was said.
    """
    if not count:
        clear_alarms(hass)
        return
    placeholders = {"count": str(count), "contact": choices.danger_contact, "guidance": choices.danger_guidance}
    ir.async_create_issue(
        hass,
        DOMAIN,
        ISSUE,
        is_fixable=False,
        severity=ir.IssueSeverity.CRITICAL,
        translation_key=ISSUE,
        translation_placeholders=placeholders,
    )
    words = await async_get_translations(hass, hass.config.language, "issues", {DOMAIN})
    title, told = (words.get(f"component.{DOMAIN}.issues.{ISSUE}.{part}", "") for part in ("title", "description"))
    for name, value in placeholders.items():
        told = told.replace(f"{{{name}}}", value)
    persistent_notification.async_create(hass, told, title, f"{DOMAIN}_{ISSUE}")


@callback
def clear_alarms(hass: HomeAssistant) -> None:
    """Take both away."""
    ir.async_delete_issue(hass, DOMAIN, ISSUE)
    persistent_notification.async_dismiss(hass, f"{DOMAIN}_{ISSUE}")
