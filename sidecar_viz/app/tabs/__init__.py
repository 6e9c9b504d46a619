"""The tabs beside the stage: tracker, sample, moments, transcript."""
