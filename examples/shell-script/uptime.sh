#!/bin/sh
# A Stdin service: runs once for each message. Arguments come from the message, input on stdin; what it writes is the reply.
echo "up since: $(uptime -s 2>/dev/null || uptime)"
for argument in "$@"; do echo "asked with: $argument"; done
