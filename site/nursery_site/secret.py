"""The key that signs what forms hand out: set by the operator, or made once and kept.

Every worker and every restart must sign with the same key, so it lies in the data folder, for
the site's own user alone. It is read when the first form needs it: a reader of pages needs none.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Final

FILE: Final = "secret"


def secret_in(folder: Path) -> str:
    """The key kept in a folder; a new one is made. Raises `OSError` where it cannot be written.

    Several workers may ask at once: whoever links first wins, and everybody reads that one.
    """
    path = folder / FILE
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        own = folder / f".{FILE}-{os.getpid()}-{secrets.token_hex(4)}"
        with os.fdopen(os.open(own, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
        with suppress(FileExistsError):
            path.hardlink_to(own)
        own.unlink()
    return path.read_text("ascii").strip()
