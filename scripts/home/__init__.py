"""The demo home: a real Home Assistant with rooms, things and two virtual satellites, on this machine only.

`scripts/run` shows it to a person, and the end-to-end tests drive it. Nothing in here is part of Earshot:
it reaches Home Assistant as a browser does, and Earshot only through Home Assistant.
"""
