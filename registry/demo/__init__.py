"""A fictional country of nurseries, written as the lists that its offices would publish.

`publishing.write` makes the files; the real importer reads them like any others. Real are only
the divisions; docs/demo.md says what is invented, and how.
"""
