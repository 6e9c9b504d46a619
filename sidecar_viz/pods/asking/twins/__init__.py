"""The same pod with one thing changed: switches, outlines, what differs, outcomes."""
