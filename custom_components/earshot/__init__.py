"""Earshot: a local voice assistant that tells you who was within earshot."""
