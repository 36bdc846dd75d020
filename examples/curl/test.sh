#!/usr/bin/env bash
# Starts a twin on a free port, runs the script against it, and ends it whatever happens. Run it with `npm test`.
set -euo pipefail

log="$(mktemp)"
gatetwin serve --port 0 > "$log" &
twin=$!
trap 'kill "$twin" 2> /dev/null; rm -f "$log"' EXIT

until url="$(grep --only-matching --max-count=1 'http://[0-9.:]*' "$log")"; do
  kill -0 "$twin"
  sleep 0.1
done
GATETWIN_URL="${url%%$'\n'*}" bash smoke.sh
