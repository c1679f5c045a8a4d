"""The form that reports an error: which field, what is wrong, and where it can be seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from nursery_site import links
from nursery_site.pages.shell import Shell
from nursery_site.reader import Reader
from nursery_site.reading import Name
from registry.corrections import HEADINGS, LONGEST_TEXT
from registry.nursery import Nursery
from registry.values.typed import is_web_address, visible


@dataclass(frozen=True, slots=True)
class Given:
    """What a reader has filled in; empty at first."""

    field: str = ""
    said: str = ""
    evidence: str = ""

    @classmethod
    def of(cls, form: Mapping[str, str]) -> Given:
        """Read a sent form without hidden signs; lines end as on this machine."""
        texts = {key: visible(form.get(key, "")).strip() for key in _KEYS}
        return cls(**texts)

    def problems(self) -> dict[str, str]:
        """What must be put right, by field: a key of the table `report_problem`."""
        found = {
            "field": "" if self.field in HEADINGS else "field",
            "said": "" if self.said else "empty",
            "evidence": "" if not self.evidence or is_web_address(self.evidence) else "address",
        }
        if len(self.said) > LONGEST_TEXT:
            found["said"] = "long"
        return {key: problem for key, problem in found.items() if problem}


@dataclass(frozen=True, slots=True)
class Choice:
    """A field that can be reported."""

    value: str
    text: str
    selected: bool


@dataclass(frozen=True, slots=True)
class ReportPage:
    """`problem` concerns the form as a whole, the others stand beside their fields."""

    template: ClassVar[str] = "pages/report.html"

    shell: Shell
    name: Name
    back: str
    ledger: str
    sent: bool
    token: str
    problem: str | None
    field_problem: str | None
    said_problem: str | None
    evidence_problem: str | None
    choices: tuple[Choice, ...]
    said: str
    evidence: str
    longest: int


def report_page(
    shell: Shell,
    nursery: Nursery,
    given: Given,
    problems: Mapping[str, str],
    token: str | None,
    reader: Reader,
) -> ReportPage:
    """The page model; without a token the report has been sent.

    `problems` are keys of the table `report_problem` by field, the form's own under "form".
    """
    said = {key: reader.word("report_problem", problem) for key, problem in problems.items()}
    return ReportPage(
        shell=shell,
        name=reader.name(nursery.name),
        back=links.nursery(reader.locale, nursery.id),
        ledger=links.page(reader.locale, "corrections"),
        sent=token is None,
        token=token or "",
        problem=said.get("form"),
        field_problem=said.get("field"),
        said_problem=said.get("said"),
        evidence_problem=said.get("evidence"),
        choices=tuple(
            Choice(field, reader.word("report_field", field), field == given.field)
            for field in HEADINGS
        ),
        said=given.said,
        evidence=given.evidence,
        longest=LONGEST_TEXT,
    )


_KEYS = ("field", "said", "evidence")
