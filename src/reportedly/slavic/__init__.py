"""The questions of `claims/` as Russian and Ukrainian grammar answers them."""
