"""Outside to Document, or to Trouble: what came in, as text, with what is known about its publication."""
