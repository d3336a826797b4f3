"""The voice host: a process of its own that runs the local engines and cannot reach a network."""
