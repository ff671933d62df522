#!/usr/bin/env bash
# A clean Debian with systemd and nothing else, as .cache/clean-root.tar, and rpm. Needs root, apt and a Debian mirror.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=.cache/clean-root.tar
mkdir -p .cache

if ! command -v rpm >/dev/null || ! command -v mmdebstrap >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends rpm mmdebstrap cpio >/dev/null
fi
if [[ -s $root ]]; then exit 0; fi
mmdebstrap --quiet --variant=essential --include=systemd,systemd-sysv,passwd bookworm "$root.new.tar"
mv "$root.new.tar" "$root"
