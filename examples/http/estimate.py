"""What 100 hours on eight V100 in Iowa emit, asked with the standard library alone."""

import json
import sys
import urllib.error
import urllib.request

server = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:4173"
run = {
    "hardware": [{"accelerator": "Tesla V100-SXM2-16GB", "count": 8}],
    "hours": 100,
    "place": {"provider": "gcp", "region": "us-central1"},
}
request = urllib.request.Request(
    f"{server}/v1/estimates?answer=row",
    data=json.dumps(run).encode(),
    headers={"content-type": "application/json"},
)
try:
    with urllib.request.urlopen(request, timeout=30) as answer:
        print(json.dumps(json.load(answer)))
except urllib.error.HTTPError as error:
    for problem in json.load(error)["problems"]:
        print(f"{problem['field']}: {problem['message']}", file=sys.stderr)
    sys.exit(1)
