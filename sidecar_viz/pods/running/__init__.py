"""Plays a pod: a queue of moments, what runs on the node, the worker of the pod."""
