"""Cells in, statements out: what a row says of a nursery, with every doubt named."""
