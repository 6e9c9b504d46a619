"""What is saved for the next start, in files that are written whole or not at all."""
