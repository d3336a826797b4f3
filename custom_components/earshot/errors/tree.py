"""The root of the error tree."""

from collections.abc import Mapping
from typing import ClassVar


class EarshotError(Exception):
    """Base of the tree. `placeholders` fill the translated sentence."""

    code: ClassVar[str] = "unknown"

    def __init__(self, message: str = "", /, **placeholders: str) -> None:
        """Keep the message for logs and the placeholders for the translated sentence."""
        super().__init__(message or self.code)
        self.placeholders: Mapping[str, str] = placeholders
