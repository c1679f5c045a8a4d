#!/usr/bin/env bash
# Makes .venv hold what requirements/LEVEL.txt says, and nothing half-done.
#
#   tools/environment.sh runtime|dev|bench
#
# The peers that are measured (bench) have an environment of their own, .venv-bench.
#
# .venv/complete names the level that is installed and a fingerprint of what it was made from:
# the interpreter, the folder and the requirements. It is taken away before pip writes anything,
# so an environment without it was interrupted or is somebody else's, and is made anew.
set -euo pipefail
cd "$(dirname "$0")/.."

level=$1
venv=.venv
[ "$level" != bench ] || venv=.venv-bench
python=$venv/bin/python
complete=$venv/complete

fingerprint() {
    { "$python" -I -S -c 'import sys; print(sys.version)' && pwd && cat requirements/*.txt; } |
        sha256sum
}

holds() { # whether it is whole at level $1
    [ -x "$python" ] && [ "$(cat "$complete" 2>/dev/null)" = "$1 $(fingerprint)" ]
}

interpreter() { # the first Python that is new enough; PYTHON, if given, is the only choice
    local name
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    echo "善育 needs Python 3.11 or newer: install it, or say where it is with PYTHON=…" >&2
    return 1
}

create() {
    local base
    base=$(interpreter)
    if ! "$base" -c 'import ensurepip, venv' 2>/dev/null; then
        tools/system_packages.sh \
            "$("$base" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    fi
    "$base" -m venv --clear "$venv"
    link_sources
}

link_sources() { # why a .pth file: docs/decisions/0003-sources-by-pth.md
    local packages
    packages=$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    printf '%s\n' ../../../.. ../../../../site >"$packages/shanyu.pth"
}

install() { # the lock is complete, so pip has nothing to resolve
    "$python" -m pip install -qq --no-input --disable-pip-version-check \
        --require-hashes --no-deps -r "requirements/$level.txt"
}

exec 9<requirements # one set-up at a time; the second waits here, then finds the work done
flock 9

if holds "$level" || { [ "$level" = runtime ] && holds dev; }; then
    exit 0
elif [ "$level" = dev ] && holds runtime; then
    rm "$complete"
else
    echo "Making $venv …"
    create
fi
install
echo "$level $(fingerprint)" >"$complete"
