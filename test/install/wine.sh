#!/usr/bin/env bash
# Debian's wine64, a folder of its for each test to copy in .cache/wine/prefix, and the one library that it lacks.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$PWD/.cache/wine
wine=/usr/lib/wine/wine64
export WINEPREFIX=$folder/prefix WINEDEBUG=-all

answers() {
  test -f "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" &&
    timeout 60 "$wine" cmd /c ver | grep -q Windows
}

if answers 2>/dev/null; then exit 0; fi
if ! test -x "$wine" || ! command -v x86_64-w64-mingw32-gcc >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends wine64 gcc-mingw-w64-x86-64 >/dev/null
fi
rm -rf "$folder"
mkdir -p "$folder"
timeout 120 "$wine" wineboot -i >/dev/null 2>&1
x86_64-w64-mingw32-gcc -shared -O2 -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" \
  test/install/bcryptprimitives.c -ladvapi32
# It ends by itself when nothing has run for a while.
answers
