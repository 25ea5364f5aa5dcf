"""Many readings compared: which claims speak of one happening, and how far they rest on each other."""
