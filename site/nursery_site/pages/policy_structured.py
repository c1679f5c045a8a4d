"""An article as schema.org `Article`, for machines that read pages."""

from __future__ import annotations

from nursery_site.locales import FACTS, Locale
from nursery_site.policies.article import Source
from nursery_site.policies.library import Policy
from nursery_site.policies.wording import flat, spoken
from nursery_site.reader import Reader
from registry.values.statement import Json


def article_document(policy: Policy, url: str, reader: Reader) -> dict[str, Json]:
    """The JSON-LD object; `dateModified` is the day of the last review."""
    article = policy.article
    languages = dict.fromkeys((FACTS[reader.locale].tag, *_language_of_body(reader)))
    citations: list[Json] = [_citation(source, reader) for source in article.sources]
    return {
        "@context": "https://schema.org",
        "@type": "Article",
        "url": url,
        "headline": flat(spoken(article.title, article.english.title, reader), reader),
        "description": flat(spoken(article.summary, article.english.summary, reader), reader),
        "inLanguage": list(languages),
        "dateModified": article.reviewed.isoformat(),
        "isAccessibleForFree": True,
        "publisher": {"@type": "Organization", "name": "善育"},
        "citation": citations,
    }


def _citation(source: Source, reader: Reader) -> Json:
    issuer = reader.data(source.issuer).text
    work: dict[str, Json] = {"@type": "CreativeWork", "name": source.title, "author": issuer}
    work["inLanguage"] = "zh-Hans"
    if source.url:
        work["url"] = source.url
    if source.published:
        work["datePublished"] = source.published.isoformat()
    return work


def _language_of_body(reader: Reader) -> tuple[str, ...]:
    return ("zh-Hans",) if reader.locale is Locale.EN else ()
