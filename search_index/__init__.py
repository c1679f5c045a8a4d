"""The index: resolved nurseries in, faceted search out.

Whoosh is the truth about text; columns beside it, of the same generation, count and sort.
This room knows the registry's read model, Whoosh and NumPy. It knows neither SQL nor the web.
"""
