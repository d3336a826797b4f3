"""A home in this process, for what can only be measured from within."""
