"""The sentences that one home understands, as a grammar for a recogniser that hears nothing else."""

from .build import Grammar, build_grammar
from .names import EntityName, HomeNames, PlaceName

__all__ = ["EntityName", "Grammar", "HomeNames", "PlaceName", "build_grammar"]
