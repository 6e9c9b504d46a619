"""Colours, sizes and style sheets of the program's windows."""
