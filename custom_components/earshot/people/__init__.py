"""Who asks: the roles of Home Assistant's users, and what each of them may see and do."""
