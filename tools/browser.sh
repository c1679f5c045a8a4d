#!/usr/bin/env bash
# Makes sure that Chromium and fonts for both Chinese scripts are there: the tests look at pages.
set -euo pipefail
cd "$(dirname "$0")"

missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v fc-list >/dev/null || missing+=(fontconfig)
[ -n "$(fc-list :lang=zh-tw 2>/dev/null)" ] || missing+=(fonts-noto-cjk)

[ ${#missing[@]} = 0 ] || ./system_packages.sh "${missing[@]}"
