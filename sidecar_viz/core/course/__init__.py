"""The course of a lesson: what each step makes of the stage, and the moves there."""
