"""What needs a person: one module for each source, found in `table`."""
