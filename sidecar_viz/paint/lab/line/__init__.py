"""The time line: its axis, its rows, bars and marks in them, and the playhead."""
