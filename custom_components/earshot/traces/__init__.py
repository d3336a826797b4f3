"""Traces: where Home Assistant itself keeps words or sound. Each is found, shown and, where it can be, cleared.

A place is one module in `places` and nothing else. Nothing of Home Assistant is patched. Where a place has to look at
something that Home Assistant does not promise to keep as it is, and it is not there, the answer is "unknown" and never
"nothing".
"""
