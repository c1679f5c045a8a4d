"""Three small lists: two places of an operator and one other, scored by both, judged by clause."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from registry.importing import Statement
from registry.vocabulary import SourceKind

CODE = "91320508MA1XXXXX0T"
FILING = f"""机构名称,园所名称,统一社会信用代码,所在区县,地址,核定托位
苏州云雀托育有限公司,云雀平江园,{CODE},姑苏区,姑苏区平江路7号,60
苏州云雀托育有限公司,云雀东吴园,{CODE},吴中区,吴中区东吴路9号,40
苏州青禾托育中心,,,吴中区,吴中区青禾路1号,40
"""
_SCORES = "办托条件（自评）（100分）,办托条件（评估）（100分）,安全保障（评估）"
BY_AREA = f"""机构名称,统一社会信用代码,所在区县,地址,{_SCORES}
苏州云雀托育有限公司,{CODE},姑苏区,姑苏区平江路7号,96,88,170
"""
BY_CLAUSE = f"""机构名称,统一社会信用代码,所在区县,地址,4.1.4,9.5.2,9.9.9
苏州云雀托育有限公司,{CODE},姑苏区,姑苏区平江路7号,达标,不达标,不达标
"""


def stated(title: str, kind: SourceKind, published: date) -> Statement:
    """What an operator types beside a list of 苏州."""
    return Statement(title, "苏州市卫生健康委员会", published, kind, region="3205")


def assessment_lists(folder: Path) -> tuple[tuple[Path, Statement], ...]:
    """The lists as files, the filing list first."""
    lists = (
        (FILING, stated("备案名单", SourceKind.FILING, date(2026, 1, 5))),
        (BY_AREA, stated("2026年自评与评估得分", SourceKind.ASSESSMENT, date(2026, 3, 1))),
        (BY_CLAUSE, stated("2026年质量评估逐项结果", SourceKind.ASSESSMENT, date(2026, 4, 1))),
    )
    return tuple((_written(folder, text, told), told) for text, told in lists)


def _written(folder: Path, text: str, told: Statement) -> Path:
    path = folder / f"{told.published}.csv"
    path.write_text(text, "utf-8")
    return path
