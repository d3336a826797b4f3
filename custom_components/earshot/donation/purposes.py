"""What a donation may be used for."""

from enum import StrEnum


class Purpose(StrEnum):
    """One use that a person consents to, each by itself."""

    WAKE_WORDS = "improve_wake_words"
    SPEECH = "improve_speech_recognition"
    FALSE_WAKES = "study_false_wakes"
