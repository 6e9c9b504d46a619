"""The clock at the bottom of the pod: grace, back-off, probe or deadline."""
