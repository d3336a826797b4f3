"""Satellites: what is known of each one, and how one is paired with an assistant."""
