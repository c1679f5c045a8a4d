"""The evidence ledger: what published lists say of nurseries, who said it, and since when.

Published lists enter through `registry.importing`; resolved `Nursery` records leave through
`registry.ledger`. This room knows SQL and file formats. It knows neither the search engine
nor the web.
"""
