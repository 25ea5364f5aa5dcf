"""What we knew beforehand: read-only."""
