#!/usr/bin/env bash
# Installs Debian packages where that is allowed without asking; otherwise names them and fails.
#
#   tools/system_packages.sh PACKAGE…
set -euo pipefail

ask() {
    echo "善育 needs what Debian calls $*: install it, then run make again." >&2
    exit 1
}

command -v apt-get >/dev/null || ask "$@"
if [ "$(id -u)" = 0 ]; then
    as_root=()
elif sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
else
    ask "$@"
fi

apt() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq "$@" >/dev/null
}

echo "Installing $* …"
apt update && apt install -y --no-install-recommends "$@" || ask "$@"
