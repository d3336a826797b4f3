"""What is hidden in words, and what stands in its place."""

from enum import StrEnum
import re
from typing import Final


class Kind(StrEnum):
    """Why a word was hidden."""

    NAME = "name"
    """Of a person."""
    PLACE = "place"
    ENTITY = "entity"
    AREA = "area"
    NUMBER = "number"
    DATE = "date"
    """A day, a month, a feast."""
    EMAIL = "email"
    """An e-mail or web address, written or spelled."""
    PHONE = "phone"
    UNKNOWN = "unknown"
    """No ordinary word, so that it may be a name; or somebody asked for it to be hidden."""

    @property
    def marker(self) -> str:
        """What stands in the place of what was hidden: `[name]`."""
        return f"[{self.value}]"


MARKER: Final = re.compile(r"\[(?:" + "|".join(Kind) + r")\]")
"""What stands for hidden words already, and is left as it is."""
