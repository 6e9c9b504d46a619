"""Tells a simulation: changes as moments, each with its words and its causes."""
