"""Finds the ways of links between the actors."""
