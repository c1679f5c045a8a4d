"""Page models: frozen, typed, with every word said and every link made; templates only lay out."""
