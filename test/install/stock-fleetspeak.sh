#!/usr/bin/env bash
# Stock Fleetspeak 0.1.19 in .cache/stock-fleetspeak: its Python connectors (bin/python), and its programs in
# fleetspeak-server-bin/ and fleetspeak-client-bin/. Needs python3 with venv.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=.cache/stock-fleetspeak
requirements=test/install/stock-fleetspeak.txt

answers() {
  "$folder/bin/python" -c "import fleetspeak.client_connector.connector, fleetspeak.server_connector.connector" &&
    test -x "$folder/fleetspeak-server-bin/usr/bin/fleetspeak-server" &&
    test -x "$folder/fleetspeak-client-bin/usr/bin/fleetspeak-client"
}

if cmp -s "$requirements" "$folder/installed.txt" && answers; then exit 0; fi
rm -rf "$folder"
python3 -m venv "$folder"
"$folder/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r "$requirements"
answers
cp "$requirements" "$folder/installed.txt"
