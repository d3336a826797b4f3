"""The demo home: its names, its configuration, and the programs that bring it to life."""
