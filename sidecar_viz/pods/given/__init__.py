"""What goes in: a pod, read from its manifest, and the script of what it meets."""
