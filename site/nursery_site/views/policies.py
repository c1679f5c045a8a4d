"""Policies: the list and its search, one article, which of them concern a family, the feed."""

from __future__ import annotations

from flask import Response, abort, request
from werkzeug.datastructures import MultiDict

from nursery_site import argument_values as values
from nursery_site import feeds, links
from nursery_site.catalogs import gettext
from nursery_site.pages.policies import policies_page
from nursery_site.pages.policy import policy_page
from nursery_site.pages.search import Field
from nursery_site.pages.which import which_page
from nursery_site.policies.article import NEEDS, RESIDENCES
from nursery_site.policies.concerning import Family, concerns
from nursery_site.policies.library import Policy
from nursery_site.policies.wording import flat, spoken
from nursery_site.reader import Reader
from nursery_site.stores import stores
from nursery_site.views import caching, visit
from nursery_site.views.localised import localised

_QUESTIONS = ("region", "age", "residence", "need")

policies = localised("policies", __name__)


@policies.get("/policies")
def listing() -> Response:
    """Every article, or those that speak of what was typed."""
    if unchanged := caching.unchanged():
        return unchanged
    reader = visit.reader()
    words = values.text(request.args.get("q", "")[: values.LONGEST_TEXT])
    title = gettext("Policies, explained for parents")
    shell = visit.frame(
        reader,
        title,
        description=gettext("What the rules on childcare say, with every source and its date."),
        listed=not words,
    )
    return visit.render(policies_page(shell, stores().policies, words, reader))


@policies.get("/policies/which")
def which() -> Response:
    """The clauses that concern a family. Its answers stay in the URL and are never logged."""
    if unchanged := caching.unchanged():
        return unchanged
    reader = visit.reader()
    family, age, problems = _answers(request.args, reader)
    asked = any(request.args.get(key, "").strip() for key in _QUESTIONS)
    found = concerns(stores().policies, family, reader.today) if asked else None
    shell = visit.frame(reader, gettext("Which policies concern me"), listed=not asked)
    return visit.render(which_page(shell, family, age, found, problems, reader))


@policies.get("/policies/<slug>")
def policy(slug: str) -> Response:
    """One article."""
    found = stores().policies.policies.get(slug)
    if found is None:
        abort(404)
    if unchanged := caching.unchanged():
        return unchanged
    reader, article = visit.reader(), found.article
    title = flat(spoken(article.title, article.english.title, reader), reader)
    summary = flat(spoken(article.summary, article.english.summary, reader), reader)
    shell = visit.frame(reader, title, description=summary)
    page = policy_page(shell, found, stores().policies, visit.generation(), reader)
    return visit.render(page)


@policies.get("/policies.atom")
def feed() -> Response:
    """The articles as a feed, the newest review first."""
    reader, origin = visit.reader(), visit.origin()
    newest = sorted(
        stores().policies.policies.values(),
        key=lambda one: (one.article.reviewed, one.slug),
        reverse=True,
    )
    written = feeds.Feed(
        title=gettext("Policies, explained for parents"),
        lang=reader.tag,
        own=origin + links.page(reader.locale, "policies.atom"),
        page=origin + links.page(reader.locale, "policies"),
        author=gettext("Shanyu"),
        updated=reader.today,
        entries=[_entry(one, origin, reader) for one in newest],
    )
    return Response(feeds.atom(written), mimetype=feeds.MIMETYPE)


def _entry(one: Policy, origin: str, reader: Reader) -> feeds.Entry:
    article = one.article
    url = origin + links.page(reader.locale, "policies", one.slug)
    return feeds.Entry(
        id=url,
        title=flat(spoken(article.title, article.english.title, reader), reader),
        summary=flat(spoken(article.summary, article.english.summary, reader), reader),
        href=url,
        updated=article.reviewed,
    )


def _answers(given: MultiDict[str, str], reader: Reader) -> tuple[Family, Field, tuple[str, ...]]:
    """The answers that can be meant, the field of the age, and what cannot be."""
    region, residence = given.get("region", ""), given.get("residence", "")
    typed, months, wrong = given.get("age", "").strip(), None, None
    try:
        months = values.whole(0, values.OLDEST, "whole_months")(typed) if typed else None
    except values.BadValue as error:
        wrong = reader.word("problem", str(error))
    known = region in reader.region_names
    problems = [gettext("“%(value)s” is no city that we know.", value=region)]
    family = Family(
        region=region if known else None,
        age=months,
        residence=next((one for one in RESIDENCES if one == residence), None),
        needs=tuple(need for need in NEEDS if need in given.getlist("need")),
    )
    return family, Field(typed, wrong), () if known or not region else tuple(problems)
