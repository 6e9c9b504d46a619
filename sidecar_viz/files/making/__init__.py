"""Makes new lessons: a small one, a copy, or one from a pod's manifest."""
