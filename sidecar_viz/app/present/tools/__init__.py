"""Pen, laser, spotlight and zoom on a presented stage."""
