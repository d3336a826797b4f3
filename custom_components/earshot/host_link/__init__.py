"""The Home Assistant side of the voice host: its packages, its process, its protocol, and what it knows of the home."""
