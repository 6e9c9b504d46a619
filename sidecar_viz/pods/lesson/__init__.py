"""Makes the lesson of a simulation: who is on the stage, steps, tables, its file."""
