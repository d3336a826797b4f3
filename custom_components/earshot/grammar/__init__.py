"""The sentences that one home understands, as a grammar for a recogniser that hears nothing else."""

from .names import EntityName, HomeNames, PlaceName

__all__ = ["EntityName", "HomeNames", "PlaceName"]
