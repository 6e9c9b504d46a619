"""Colours, type and strokes: the basics of every drawing."""
