"""Home Assistant looks here for integrations that are not its own."""
