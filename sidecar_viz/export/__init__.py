"""Writes the stage and whole lessons to files: pictures, handouts, answer cards."""
