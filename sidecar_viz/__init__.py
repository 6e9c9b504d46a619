"""How the Kubernetes sidecar pattern works, shown with animated shapes."""

__version__ = "0.1.0"
