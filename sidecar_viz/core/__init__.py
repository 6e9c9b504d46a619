"""The lesson, its course and the stage as plain values: no Qt, no files, no clock."""
