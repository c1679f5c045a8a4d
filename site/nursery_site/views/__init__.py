"""Views: parse, ask, present, render; nothing else."""
