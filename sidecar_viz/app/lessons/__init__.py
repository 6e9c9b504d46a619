"""Opening, choosing and editing lessons."""
