#!/usr/bin/env bash
# Starts the site with gunicorn, which prints where it is.
#
# With no index to serve it first loads the fictional demonstration data and builds one. Both go
# on where they were cut off, so a start that was killed there is made good by the next one.
#
# PORT is taken as given; without it, the first free port from 8000 on.
set -euo pipefail
cd "$(dirname "$0")/.."

taken() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

free_port() {
    local port=8000
    while taken "$port"; do
        port=$((port + 1))
    done
    echo "$port"
}

serving() { # whether a generation of the index is there; asking flask would cost two seconds
    [ -s "${SHANYU_DATA:-var}/index/current" ]
}

if ! serving; then
    # A ledger with real lists refuses the demonstration, with status 2, and is served as it is.
    .venv/bin/flask demo load || [ $? = 2 ]
    .venv/bin/flask index build
fi

if [ -n "${PORT:-}" ] && taken "$PORT"; then
    echo "Port $PORT is taken: name another with PORT=…, or none to get a free one." >&2
    exit 1
fi
PORT=${PORT:-$(free_port)} exec .venv/bin/gunicorn
