"""The donor's side at work: consents, offers and donations of this home, from the gate to the courier."""
