"""What Earshot concludes from facts: where an ear is, and how it knows."""
