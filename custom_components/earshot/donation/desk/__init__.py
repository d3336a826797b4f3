"""A review desk: what it takes, when two people agree, what it publishes. Values, decisions and its store."""
