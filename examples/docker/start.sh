#!/bin/sh
# n8n's data is in a volume, and a volume hides what the image has in its place. So the nodes are copied into it at every
# start, by the user that n8n runs as; then n8n starts.
set -eu
installed="${N8N_USER_FOLDER:-$HOME}/.n8n/nodes/node_modules"
mkdir -p "$installed"
rm -rf "$installed/n8n-nodes-crossborder"
cp -R "$(dirname "$0")/package" "$installed/n8n-nodes-crossborder"
exec "$@"
