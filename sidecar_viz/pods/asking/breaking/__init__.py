"""What can be done to a pod: actions, what speaks against them, how runs differ."""
