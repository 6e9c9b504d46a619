"""Makes a lesson of a simulation: its steps, words, pictures and tables."""
