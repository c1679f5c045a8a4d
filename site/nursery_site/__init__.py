"""The web layer of 善育: searches and nurseries as pages in three locales, and as JSON."""

from nursery_site.application import create_app

__all__ = ["create_app"]
