"""How alike voices are to a trained speaker encoder, and what of their words a recogniser still hears."""
