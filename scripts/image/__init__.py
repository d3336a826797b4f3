"""The image of the voice host: what goes into it, and proving its steps without Docker."""
