"""The pictures of the pod lab: the time line, and the pod with its bands and gates."""
