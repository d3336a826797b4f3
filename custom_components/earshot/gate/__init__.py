"""Utterances on their way through Earshot: which run they are, who hears them, and what is written down of it."""
