"""Draws stages with QPainter: themes, shapes, layout, text."""
