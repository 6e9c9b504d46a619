"""What is written down for the next start: whole files, or the old ones stay."""
