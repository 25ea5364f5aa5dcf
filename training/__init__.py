"""Training of the attribution tagger. The program itself never imports it."""
