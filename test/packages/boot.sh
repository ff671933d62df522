#!/usr/bin/env bash
# Boots the system in a folder: its own systemd as process 1, its own processes and mounts, this machine's network and
# kernel, which it may not change. Ends with its parent.
#
#     boot.sh ROOT
set -euo pipefail
root=$1
if [[ ${2:-} != inside ]]; then
  exec setpriv --pdeathsig KILL unshare --mount --pid --uts --ipc --cgroup --fork --kill-child bash "$0" "$root" inside
fi

mount --make-rprivate /
# What confines a service begins at a mount.
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount --bind "$root/proc/sys" "$root/proc/sys"
mount -o remount,bind,ro "$root/proc/sys"
mount -t tmpfs tmpfs "$root/run"
mount -t tmpfs tmpfs "$root/tmp"
mount -t sysfs -o ro sysfs "$root/sys"
if [[ -f /sys/fs/cgroup/cgroup.controllers ]]; then
  mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
else
  mount -t tmpfs tmpfs "$root/sys/fs/cgroup"
  mkdir "$root/sys/fs/cgroup/systemd"
  mount -t cgroup -o none,name=systemd,xattr cgroup "$root/sys/fs/cgroup/systemd"
fi
mount -t tmpfs -o mode=755 tmpfs "$root/dev"
for device in null zero full random urandom tty; do
  touch "$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
mkdir "$root/dev/shm" "$root/dev/pts"
ln -s /proc/self/fd "$root/dev/fd"
ln -s pts/ptmx "$root/dev/ptmx"

# The kernel's modules and settings, clocks and disks are not its own.
mkdir -p "$root/run/systemd/system"
for unit in systemd-sysctl systemd-modules-load systemd-remount-fs systemd-binfmt systemd-udevd systemd-timesyncd; do
  ln -s /dev/null "$root/run/systemd/system/$unit.service"
done
exec env -i container=other PATH=/usr/sbin:/usr/bin:/sbin:/bin \
  chroot "$root" /lib/systemd/systemd --log-target=null --show-status=no
