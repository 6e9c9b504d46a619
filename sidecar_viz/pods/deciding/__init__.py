"""What a kubelet decides, a pure function for each question."""
