"""A screen reader's half of the bus: what it is told, beside what it could ask for."""
