#!/usr/bin/env bash
# libfaketime from Debian's packages: a library that shows one process another date (LD_PRELOAD, FAKETIME). Needs root
# (or sudo) where it is not installed yet.
set -euo pipefail

answers() {
  local library
  for library in /usr/lib/*/faketime/libfaketimeMT.so.1; do
    [[ $(LD_PRELOAD=$library FAKETIME="@2001-02-03 04:05:06" date +%Y 2>/dev/null) == 2001 ]] && return 0
  done
  return 1
}

if answers; then exit 0; fi
as_root=()
if ((EUID != 0)); then as_root=(sudo -n); fi
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" >/dev/null; }
# The lists of a fresh machine are empty, those of an old one name files that are gone.
apt install -y --no-install-recommends libfaketime 2>/dev/null ||
  { apt update && apt install -y --no-install-recommends libfaketime; }
answers
