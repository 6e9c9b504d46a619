"""The commands that play a pod: as text, and in the lab's window."""
