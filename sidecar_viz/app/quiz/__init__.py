"""The quiz: questions, answers, and how it went."""
