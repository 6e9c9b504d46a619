"""The time line on screen, and what of it is in sight."""
