"""The review desk of this house: donated clips come in, people listen to one at a time, and each ear has a receipt."""
