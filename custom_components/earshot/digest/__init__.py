"""The digest: some days in a few lines, brought to whoever forgets to look."""
