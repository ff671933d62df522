#!/usr/bin/env bash
# A machine of its own, with this one's files beneath it and nothing written to them: namespaces, an overlay for a root,
# and a real systemd as process 1. Says "up" when units can be started. Ends with its parent.
#
#     boot.sh FOLDER DIST    FOLDER is empty; DIST is seen as /mnt
set -euo pipefail
folder=$1 dist=$2
if [[ ${3:-} != inside ]]; then
  name=fleet-test-$$
  for hierarchy in /sys/fs/cgroup /sys/fs/cgroup/{systemd,unified,memory,pids}; do
    if [[ -f $hierarchy/cgroup.procs ]] && mkdir -p "$hierarchy/$name"; then
      echo $$ >"$hierarchy/$name/cgroup.procs"
    fi
  done
  exec unshare --mount --net --pid --uts --ipc --cgroup --fork --kill-child bash "$0" "$folder" "$dist" inside
fi

mount --make-rprivate /
mount -t tmpfs tmpfs "$folder"
root=$folder/root
mkdir "$root" "$folder/upper" "$folder/work"
mount -t overlay overlay -o "lowerdir=/,upperdir=$folder/upper,workdir=$folder/work" "$root"
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
umount -R "$root/sys/fs/cgroup"
mount --rbind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/run"
mount -t tmpfs tmpfs "$root/var/log"
mount -t tmpfs tmpfs "$root/var/lib"
mount --bind "$dist" "$root/mnt"

# Only what services stand on: nothing here may change the kernel that both machines share.
units=$root/run/systemd/system
mkdir -p "$units"
for unit in sysinit.target local-fs.target; do
  printf '[Unit]\nDefaultDependencies=no\n' >"$units/$unit"
done
printf '[Unit]\nDefaultDependencies=no\nRequires=systemd-journald.service\nAfter=systemd-journald.service\n' >"$units/fleet-test.target"
for unit in systemd-sysctl systemd-modules-load systemd-binfmt systemd-udevd systemd-remount-fs systemd-journal-flush; do
  ln -s /dev/null "$units/$unit.service"
done
rm -rf "$root/etc/systemd/system"
mkdir -p "$root/etc/systemd/system"
export container=other
cd "$root"
exec chroot "$root" /lib/systemd/systemd --system --unit=fleet-test.target --log-target=null --show-status=no
