"""A test client that checks every page it is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.site.page_checker import check_page


@dataclass(frozen=True)
class Visitor:
    """Somebody with a browser's manners."""

    client: FlaskClient

    def get(self, url: str, **more: Any) -> TestResponse:
        """Fetch a URL; an HTML page must pass the page checker for the locale of its path."""
        response = self.client.get(url, **more)
        if response.mimetype == "text/html" and not 300 <= response.status_code < 400:
            check_page(response.text, url.split("/")[1])
        return response

    def page(self, url: str, **more: Any) -> Element:
        """The tree of a page that must be found."""
        response = self.client.get(url, **more)
        assert response.status_code == 200
        return check_page(response.text, url.split("/")[1])

    def json(self, url: str, **more: Any) -> Any:
        """The document of an API call that must succeed."""
        response = self.client.get(url, **more)
        assert response.status_code == 200
        assert response.mimetype == "application/json"
        return response.json
