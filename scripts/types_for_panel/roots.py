"""What the panel knows of beside what commands send. Whatever these are made of is declared as well."""

from typing import Final

from custom_components.earshot.ledger.verdict import StepName

ROOTS: Final[tuple[object, ...]] = (
    # A step names itself as a member of some enumeration: this is the one of the ledger's own verification.
    StepName,
)
