"""Readings in, Readings out; nothing is overwritten."""
