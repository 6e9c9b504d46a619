"""Colours, type and strokes: what every drawing needs to know."""
