"""Writes the stage and whole lessons to files: pictures, texts, slides, paper."""
