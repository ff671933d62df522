#!/usr/bin/env bash
# Chromium from Debian's packages, for the tests of the status page; playwright-core drives it and brings no browser of its
# own. Needs root (or sudo) where it is not installed yet.
set -euo pipefail

answers() { chromium --version --no-sandbox >/dev/null 2>&1; }

if answers; then exit 0; fi
as_root=()
if ((EUID != 0)); then as_root=(sudo -n); fi
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" >/dev/null; }
packages=(chromium fonts-dejavu-core)
# The lists of a fresh machine are empty, those of an old one name files that are gone.
apt install -y --no-install-recommends "${packages[@]}" 2>/dev/null ||
  { apt update && apt install -y --no-install-recommends "${packages[@]}"; }
answers
chromium --version --no-sandbox
