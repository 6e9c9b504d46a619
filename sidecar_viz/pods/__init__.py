"""The pod simulator: what a kubelet does with a pod, without Qt and without a clock."""
