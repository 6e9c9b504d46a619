"""The stage as a widget, for eyes and for screen readers."""
