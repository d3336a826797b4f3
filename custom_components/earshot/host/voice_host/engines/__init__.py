"""The engines, one package per stage, behind the protocols of `engines/interface.py`."""
