"""What a householder sees at a glance: the day, and who listens now. It decides nothing and keeps nothing."""
