"""Every command in a row, and what it does."""
