"""The process table, the tracker, and the grid that both are made of."""
