"""Manifest and script as text: an excerpt of it, and its editor."""
