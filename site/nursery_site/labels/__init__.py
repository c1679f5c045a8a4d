"""The words for every value of the field, in each locale.

The index and the ledger speak in values; people read these. A test holds every table of a closed
vocabulary to it; what comes from outside and has no word is shown as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from flask_babel import force_locale

from nursery_site.labels import (
    compare,
    facts,
    history,
    notices,
    policies,
    prepayment,
    quality,
    refused,
    regions,
    reports,
    schemes,
    search,
    statements,
    understanding,
    values,
)
from nursery_site.locales import FACTS, Locale

TABLES: Final[Mapping[str, Mapping[str, object]]] = {
    **{f"value.{key}": words for key, words in values.VALUES.items()},
    "facet": values.FACETS,
    "state": values.STATES,
    "level": values.LEVELS,
    "kind": values.KINDS,
    "sort": search.SORTS,
    "sort_note": search.SORT_NOTES,
    "reason": search.REASONS,
    "key": search.KEYS,
    "problem": search.PROBLEMS,
    "unit": facts.UNITS,
    "meals": facts.MEALS,
    "price_item": facts.PRICE_ITEMS,
    "staff": facts.STAFF,
    "stage": facts.STAGES,
    "state_change": facts.STATE_CHANGES,
    "state_note": facts.STATE_NOTES,
    "no_promise": facts.NO_PROMISES,
    "fact": facts.FACTS,
    "question": facts.QUESTIONS,
    "source": facts.KINDS_OF_SOURCE,
    "text_field": statements.TEXT_FIELDS,
    "complete_fact": statements.COMPLETE_FACTS,
    "cookie": statements.COOKIES,
    "hint": understanding.HINTS,
    "came_of": notices.CAME_OF,
    "matched": notices.MATCHED,
    "code_doubt": notices.CODE_DOUBTS,
    "quality_area": quality.AREAS,
    "assessor": quality.ASSESSORS,
    "assessed_short": quality.ASSESSED_SHORT,
    "outcome": quality.OUTCOMES,
    "worksheet_problem": quality.PROBLEMS,
    "worksheet_identity": quality.IDENTITY,
    "who": schemes.WHO,
    "step": schemes.STEPS,
    "why": schemes.WHY,
    "condition": schemes.CONDITIONS,
    "promise_not": schemes.NO_PROMISES,
    "verified": schemes.VERIFIED,
    "change": history.WHAT,
    "change_field": history.FIELDS,
    "report_field": reports.FIELDS,
    "report_problem": reports.PROBLEMS,
    "report_outcome": reports.OUTCOMES,
    "outcome_note": reports.OUTCOME_NOTES,
    "measure": regions.MEASURES,
    "relation": regions.RELATIONS,
    "class_type": regions.CLASSES,
    "due": regions.DUES,
    "topic": policies.TOPICS,
    "need": policies.NEEDS,
    "residence": policies.RESIDENCES,
    "residence_bound": policies.BOUNDS,
    "cheaper": compare.CHEAPER,
    "cheapest": compare.CHEAPEST,
    "lost": compare.LOST,
    "row": compare.ROWS,
    "row_group": compare.GROUPS,
    "refused": refused.REFUSED,
    "offer_problem": prepayment.PROBLEMS,
    "prepayment_ask": prepayment.ASK,
}


@cache
def word(locale: Locale, table: str, value: str) -> str:
    """What people read for a value of a table. Needs an application context.

    Looked up once per locale: a page of twenty cards asks some three hundred times.
    """
    label = TABLES[table].get(value)
    with force_locale(FACTS[locale].catalog):
        return value if label is None else str(label)
