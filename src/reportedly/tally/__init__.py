"""How many claims there are of each sort: counted in memory, beside a ledger, at once and for every question."""
