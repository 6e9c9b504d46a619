"""The tables of a run, and the view that shows rows."""
