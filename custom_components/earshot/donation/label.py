"""What a reviewer says of a clip, and how a receipt commits to it without telling."""

from dataclasses import dataclass, field
from hashlib import sha256
import os
from typing import Final, Literal, cast

from .documents import Fields, Plain, write_document
from .encoding import to_base64url
from .texts import MAX_WORDS, checked_text

type WakeWordAnswer = Literal["right", "wrong"]
type Quality = Literal["good", "noisy", "unusable"]

SALT_BYTES: Final = 32
"""Without a salt whoever has a commitment could try out what was said."""
MAX_LABEL: Final = 16 * 1024
"""Bytes of a label: 2,000 characters are at most 8,000."""

_CONTEXT: Final = b"earshot donation label 1\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A reviewer's answer to a clip."""

    words: str | None = None
    """What was said, as the reviewer heard it; one line. None: they did not write it."""
    wake_word: WakeWordAnswer | None = None
    """Whether the wake word was said. None: that was not asked."""
    quality: Quality
    accident: bool = False
    """Recorded by accident: nobody spoke to the satellite."""
    personal_data: bool = False
    """It tells who somebody is, or other things of a person."""
    danger: bool = False
    """Somebody may be in danger."""


@dataclass(frozen=True, slots=True)
class OpenedLabel:
    """A label with the salt that opens a receipt's commitment to it."""

    salt: bytes = field(repr=False)
    """32 bytes."""
    label: Label

    @property
    def commitment(self) -> str:
        """Hash over salt and label in hexadecimal. Raises ValueError for a label with a text that is not allowed."""
        return sha256(_CONTEXT + self.salt + label_bytes(self.label)).hexdigest()


def open_label(label: Label) -> OpenedLabel:
    """Return a label with a new salt."""
    return OpenedLabel(os.urandom(SALT_BYTES), label)


def label_bytes(label: Label) -> bytes:
    """Return the canonical bytes of a label. Raises ValueError for one with a text that is not allowed."""
    return write_document(plain_label(label), MAX_LABEL)


def plain_label(label: Label) -> dict[str, Plain]:
    """Return a label as a plain object. Raises ValueError as `label_bytes`."""
    plain: dict[str, Plain] = {
        "quality": label.quality,
        "accident": label.accident,
        "personal_data": label.personal_data,
        "danger": label.danger,
    }
    if label.words is not None:
        plain["words"] = checked_text(label.words, "words", MAX_WORDS)
    if label.wake_word is not None:
        plain["wake_word"] = label.wake_word
    return plain


def read_label(value: Plain) -> Label:
    """Return the label of a plain object. Raises ValueError."""
    fields = Fields(value)
    label = Label(
        words=fields.text("words", MAX_WORDS) if fields.has("words") else None,
        wake_word=cast("WakeWordAnswer", fields.one_of("wake_word", ("right", "wrong")))
        if fields.has("wake_word")
        else None,
        quality=cast("Quality", fields.one_of("quality", ("good", "noisy", "unusable"))),
        accident=fields.flag("accident"),
        personal_data=fields.flag("personal_data"),
        danger=fields.flag("danger"),
    )
    fields.done()
    return label


def plain_opened(opened: OpenedLabel) -> dict[str, Plain]:
    """Return an opened label as a plain object."""
    return {"salt": to_base64url(opened.salt), "label": plain_label(opened.label)}


def read_opened(value: Plain) -> OpenedLabel:
    """Return the opened label of a plain object. Raises ValueError."""
    fields = Fields(value)
    opened = OpenedLabel(fields.binary("salt", SALT_BYTES), read_label(fields.value("label")))
    fields.done()
    return opened
