"""Help and what the program is."""
