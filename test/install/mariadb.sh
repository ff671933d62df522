#!/usr/bin/env bash
# MariaDB's server program from Debian's packages. mariadb-server-core has the program and its tables without a system
# service, so nothing is started here; tests start mariadbd with a data folder of their own. mariadb-client-core has what
# mariadb-install-db calls. Needs root (or sudo) where it is not installed yet.
set -euo pipefail

# Debian has mariadbd in /usr/sbin, which is not in everyone's PATH.
export PATH="$PATH:/usr/sbin:/sbin"

answers() {
  mariadbd --no-defaults --version >/dev/null 2>&1 && command -v mariadb-install-db >/dev/null && command -v my_print_defaults >/dev/null
}

if answers; then exit 0; fi
as_root=()
if ((EUID != 0)); then as_root=(sudo -n); fi
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" >/dev/null; }
packages=(mariadb-server-core mariadb-client-core)
# The lists of a fresh machine are empty, those of an old one name files that are gone.
apt install -y --no-install-recommends "${packages[@]}" 2>/dev/null ||
  { apt update && apt install -y --no-install-recommends "${packages[@]}"; }
answers
mariadbd --no-defaults --version
