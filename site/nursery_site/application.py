"""The application: Flask with our stores, locales, headers and pages."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from flask import Flask
from flask_babel import Babel
from flask_compress import Compress
from jinja2 import StrictUndefined
from whitenoise import WhiteNoise

from nursery_site import catalogs, commands, forms, fragments, headers, sent
from nursery_site.indents import Unindented
from nursery_site.locales import FACTS
from nursery_site.settings import Settings
from nursery_site.stores import Stores
from nursery_site.views import caching, failing, visit
from nursery_site.views.api import api
from nursery_site.views.compare import compare
from nursery_site.views.corrections import corrections
from nursery_site.views.design import design
from nursery_site.views.entrance import entrance
from nursery_site.views.filing import filing
from nursery_site.views.history import history
from nursery_site.views.notices import notices
from nursery_site.views.pages import pages
from nursery_site.views.policies import policies
from nursery_site.views.prepayment import prepayment
from nursery_site.views.quality import quality
from nursery_site.views.regions import regions
from nursery_site.views.results import results
from nursery_site.views.shortlist import shortlist
from nursery_site.views.sitemap import sitemap
from nursery_site.views.statements import statements
from nursery_site.views.worksheet import worksheet

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


def create_app(settings: Settings) -> Flask:
    """The site of one set of settings. Opens neither index nor ledger yet."""
    app = Flask("nursery_site", static_folder=None)
    stores = app.extensions["shanyu"] = Stores(settings)
    app.config["SHANYU"] = settings
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(settings.root / "translations")
    app.config["COMPRESS_EVALUATE_CONDITIONAL_REQUEST"] = False  # `caching` has done it
    app.json.ensure_ascii = False  # type: ignore[attr-defined]  # of the default provider
    app.json.sort_keys = False  # type: ignore[attr-defined]  # of the default provider
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.add_extension(Unindented)
    app.jinja_env.globals["asset"] = stores.asset
    app.jinja_env.filters["marked"] = lambda said: stores.reading.html(said, visit.locale())
    Babel(app, locale_selector=lambda: FACTS[visit.locale()].catalog)
    catalogs.install(app)
    fragments.install(app, settings.root)
    forms.install(app)
    Compress(app)
    app.after_request(caching.tag)
    for blueprint in (
        pages,
        api,
        entrance,
        statements,
        sitemap,
        notices,
        filing,
        quality,
        worksheet,
        corrections,
        history,
        regions,
        results,
        policies,
        compare,
        prepayment,
        shortlist,
        design,
    ):
        app.register_blueprint(blueprint)
    failing.register(app)
    commands.register(app)
    served = _with_files(app.wsgi_app, stores)
    whole = sent.again(headers.protected(served), stores)
    app.wsgi_app = whole  # type: ignore[assignment]  # Flask's own way
    return app


def _with_files(application: WSGIApplication, stores: Stores) -> WSGIApplication:
    """Our static files before the application. Commands need none, so the first request opens."""

    @cache
    def opened() -> WhiteNoise:
        return WhiteNoise(
            application,
            root=stores.assets.folder,
            prefix="static/",
            immutable_file_test=lambda _path, _url: True,
            allow_all_origins=False,
        )

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        body: Iterable[bytes] = opened()(environ, start_response)
        return body

    return answer
