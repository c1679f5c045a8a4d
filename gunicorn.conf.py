"""How gunicorn serves the site. It reads this file from the working directory."""

import gc
import os
from typing import Any

pythonpath = "site"
wsgi_app = "wsgi:app"
bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
# A sync worker with a page of ours for addresses that are too long.
worker_class = "nursery_site.serving.Worker"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
# The code is loaded once, before the workers fork, and so are the index, the dictionary and the
# templates (`when_ready`); each worker opens the ledger for itself.
preload_app = True
# Without this gunicorn 27 writes a socket into the home folder.
control_socket_disable = True

# As long as gunicorn can and still stop: nine hundred Chinese characters in a query. Without a
# limit anybody could make a worker read for ever.
limit_request_line = 8190

accesslog = "-"
# A query may hold where a parent lives (`near`), and so may a referrer; neither they nor
# addresses of readers are written down, in the access log or among the errors.
logger_class = "nursery_site.quiet_log.QuietLogger"
access_log_format = '%(t)s "%(m)s %(U)s" %(s)s %(b)s %(M)sms'


def when_ready(server: Any) -> None:
    """Print where the site is, for people who start it by hand; make ready what workers share.

    All that is put out of the collector's sight: its marks would copy every page into every
    worker.
    """
    # Another application may be named on the command line.
    stores = getattr(server.app.wsgi(), "extensions", {}).get("shanyu")
    if stores is not None:
        stores.share()
    gc.collect()
    gc.freeze()
    # A page leaves no cycles to speak of; looking for them every 700 objects took a fifth of it.
    gc.set_threshold(50_000, 20, 20)
    print(f"善育 Shanyu: http://{bind}/", flush=True)
