"""The model to words, JSON and HTML: pure functions."""
