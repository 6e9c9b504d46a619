"""The pod lab's window: a manifest played, its time line, its tables, and why."""
