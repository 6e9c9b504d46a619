"""Dialogs that save a PDF."""
