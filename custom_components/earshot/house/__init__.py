"""The house as its entities show it: how the day goes, what is kept, and whether the ledger and the sandbox hold."""
