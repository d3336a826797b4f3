"""One module for each place where Home Assistant keeps words or sound. A new place is a new module here."""
