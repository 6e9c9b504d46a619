"""The flow's panel."""
