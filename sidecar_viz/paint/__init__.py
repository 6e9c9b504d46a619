"""Stages drawn with QPainter: themes, shapes, layout, text."""
