"""Figures of speed and memory, compared with peers in the same run. `make bench` runs them."""
