"""Saving a lesson as something to take home: what is chosen, the queue, its dialog."""
