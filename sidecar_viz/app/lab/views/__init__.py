"""What is seen of a run: stage, time line, tables, why line, text."""
