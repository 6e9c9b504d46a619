"""The main window and the views in it."""
