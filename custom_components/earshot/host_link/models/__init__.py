"""Models that a person may download: which there are, and how one is fetched and proved to be what it should be."""
