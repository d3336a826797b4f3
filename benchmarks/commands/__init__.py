"""What the speech-to-text benchmark says: sentences for tuning, and others that are kept for reporting."""
