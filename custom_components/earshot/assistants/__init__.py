"""Assistants: which engine stands behind each stage, and the Assist pipeline that leads through the gate to it."""
