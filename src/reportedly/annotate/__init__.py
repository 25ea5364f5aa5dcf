"""Document to Found: spans in layers, nothing decided."""
