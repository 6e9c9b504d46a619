"""What kubectl would print at a second: lines, events, conditions, status."""
