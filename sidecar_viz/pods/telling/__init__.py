"""Tells what happened: as text, as JSON, and against what was expected."""
