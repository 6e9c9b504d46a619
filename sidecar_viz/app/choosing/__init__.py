"""Dialogs that lead to a step or a what-if."""
