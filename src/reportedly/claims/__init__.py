"""Found to Reading: who says what, on whose word."""
