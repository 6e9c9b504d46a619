"""The class's view."""
