#!/usr/bin/env bash
# systemd-analyze and a systemd that can be process 1 of a namespace, from the system's packages. Needs root.
set -euo pipefail

answers() {
  systemd-analyze --version && unshare --mount --pid --net --cgroup --fork true && nsenter --version &&
    flock --version && setpriv --version
} >/dev/null 2>&1

if answers; then exit 0; fi
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends systemd util-linux >/dev/null
answers
