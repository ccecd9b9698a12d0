#!/bin/sh
# What 100 hours on eight V100 in Iowa emit, asked by curl.
server=${1:-http://localhost:4173}
curl --silent --show-error --fail-with-body "$server/v1/estimates?answer=row" \
  --header 'content-type: application/json' \
  --data '{
    "hardware": [{ "accelerator": "Tesla V100-SXM2-16GB", "count": 8 }],
    "hours": 100,
    "place": { "provider": "gcp", "region": "us-central1" }
  }'
