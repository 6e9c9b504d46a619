"""Speed and memory, measured side by side; ratios are printed, nothing judges."""
