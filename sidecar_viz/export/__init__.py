"""Stills of the stage written to files."""
