"""The entrance for servers and for the `flask` command, also from a bare checkout."""

import sys
from pathlib import Path

ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT / "site"))

from nursery_site import create_app  # noqa: E402 - `site/` must be on the path before
from nursery_site.settings import Settings  # noqa: E402 - likewise

app = create_app(Settings.from_environ(root=ROOT))
