"""A home in processes of its own, as somebody finds it who lives in it."""
