"""A content folder with one article, for tests that break it in one place."""

from __future__ import annotations

from pathlib import Path

import yaml

FRONT = {
    "title": "题目",
    "summary": "摘要。",
    "english": {"title": "Title", "summary": "Summary."},
    "topics": ["filing"],
    "reviewed": "2026-11-21",
    "questions": ["怎么问"],
    "sources": [
        {
            "id": "one",
            "title": "文件",
            "issuer": "某局",
            "published": "2026-01-01",
            "url": "https://example.org/one",
            "verified": "V",
        }
    ],
}
BODY = "## 对您意味着什么\n\n五个工作日[^one]。\n"
TERMS = [{"term": "备案", "text": "留档。", "english": "On record.", "article": "one"}]


def written(
    folder: Path, body: str = BODY, *, terms: object = TERMS, slug: str = "one", **front: object
) -> Path:
    """The folder with an article `slug`, whose frontmatter is changed as given."""
    (folder / "policies").mkdir(parents=True, exist_ok=True)
    head = yaml.safe_dump(_dated({**FRONT, **front}), allow_unicode=True)
    (folder / "policies" / f"{slug}.md").write_text(f"---\n{head}---\n{body}", "utf-8")
    (folder / "glossary.yaml").write_text(yaml.safe_dump(terms, allow_unicode=True), "utf-8")
    return folder


def _dated(front: dict[str, object]) -> dict[str, object]:
    """Nothing left out: what is `None` here is `null` there."""
    return {key: value for key, value in front.items() if value != ""}
