"""What pod and time line are drawn with: kinds' colours, hatching, words that fit."""
