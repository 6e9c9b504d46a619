"""Which screens there are, who sits where, and that they stay awake."""
