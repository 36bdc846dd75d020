#!/usr/bin/env bash
# Asks the gateway at GATETWIN_URL as a client would, then asks the twin what it saw. Stops at the first thing amiss.
set -euo pipefail
key="smoke-$$"
chat='{"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "When is high tide?"}]'

# post <path> <body> [<option of curl>…]
post() {
  curl --silent --show-error --header "Authorization: Bearer $key" --header "Content-Type: application/json" \
    "${@:3}" --data "$2" "$GATETWIN_URL$1"
}

# expect <what> <words> <text>
expect() {
  if [[ "$3" != *"$2"* ]]; then
    echo "$1: there is no $2 in: $3" >&2
    exit 1
  fi
  echo "$1: as expected"
}

expect "a whole answer" '"chat.completion"' "$(post /v1/chat/completions "$chat}" --fail)"
expect "a stream" 'data: [DONE]' "$(post /v1/chat/completions "$chat, \"stream\": true}" --fail)"
expect "a refusal" 'temperature must be at most 2' "$(post /v1/chat/completions "$chat, \"temperature\": 9}")"

post /__gatetwin/faults '{"faults": [{"kind": "status", "status": 429, "retryAfterSeconds": 7}]}' --fail > /dev/null
expect "a rate limit on purpose" 'retry-after: 7' "$(post /v1/chat/completions "$chat}" --include)"

# An assertion that does not hold is answered with 409, which --fail makes an exit status.
post /__gatetwin/assert '{"operation": "sudoCreateChatCompletion", "times": 2, "status": 200}' --fail > /dev/null
post /__gatetwin/assert '{"breaches": {"by": "client", "times": 1}}' --fail > /dev/null
post /__gatetwin/assert '{"breaches": {"by": "server", "times": 0}}' --fail > /dev/null
echo "the journal: as expected"
