"""The work of each sub-command."""
