"""Pictures of every page of the panel, taken in the demo home after a made-up fortnight."""
