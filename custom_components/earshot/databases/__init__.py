"""Which database the ledger is in: choosing another one, what reaches it, and moving there."""
