"""Writes the panel's TypeScript from Earshot's Python: one source for what goes over the websocket."""
