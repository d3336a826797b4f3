"""Hides who and what a home is in the words of a donation, before they leave."""

from .kinds import Kind
from .names import HomeNames
from .redact import LANGUAGES, redact
from .redacted import Redacted, Span
from .word_times import BEEP_MARGIN_MS, WordTime, stretches_to_beep

__all__ = [
    "BEEP_MARGIN_MS",
    "LANGUAGES",
    "HomeNames",
    "Kind",
    "Redacted",
    "Span",
    "WordTime",
    "redact",
    "stretches_to_beep",
]
