"""The flow's chart: rows, tracks and ports, laid out without Qt."""
