"""The workbench: a local web server on a ledger, and the API behind it."""
