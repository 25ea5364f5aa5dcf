"""The same reading over whole archives: stage by stage, on one machine or on many."""
