"""The engines behind the gate: Earshot's own or anybody's, each stage behind one protocol."""
