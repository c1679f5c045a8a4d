"""The sources of an article, with how far each is verified."""

from __future__ import annotations

from dataclasses import dataclass

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.policies.article import Article, Source
from nursery_site.policies.wording import in_script
from nursery_site.reader import Reader
from nursery_site.reading import Text


@dataclass(frozen=True, slots=True)
class PolicySource:
    """`known` says how far it is verified, where it was not read at its issuer's own,
    and `copied` that nobody of us has read it but in somebody's report."""

    number: int
    title: Text
    issuer: Text
    document: Text | None
    published: str
    known: tuple[Text, ...]
    copied: bool
    href: str | None


def policy_source(article: Article, source: Source, reader: Reader) -> PolicySource:
    """One source as a line of the list under an article."""
    undated = gettext("date not recorded")
    return PolicySource(
        number=article.number(source.id) or 0,
        title=reader.as_published(source.title),
        issuer=reader.as_published(source.issuer),
        document=reader.as_published(source.document) if source.document else None,
        published=reader.day(source.published) if source.published else undated,
        known=_known(source, reader),
        copied=source.verified == "V-copy",
        href=links.to_web(source.url),
    )


def _known(source: Source, reader: Reader) -> tuple[Text, ...]:
    """How far a source is verified, where it was not read at its issuer's own."""
    if source.reported_by is None:
        return ()
    reporter = in_script(source.reported_by, reader)
    if source.verified == "V-copy":
        said = gettext("As reported by %(reporter)s; not read at its issuer", reporter=reporter)
    else:
        said = gettext("Read at %(reporter)s", reporter=reporter)
    return reader.reading.marked(said, reader.locale)
