"""Draws a stage, from a chip to the whole picture."""
