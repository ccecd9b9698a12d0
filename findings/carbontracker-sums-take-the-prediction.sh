#!/bin/sh
# carbontracker 2.4.7 (PyPI), on Python 3.11: sums over its logs take what was predicted where all was measured.
#
# A training of four epochs, all of them monitored, on an accelerator that draws 300 W in the first and 60 W after it. The
# output log says "Actual consumption for 4 epoch(s)" with about 0.4 of what was predicted after the first epoch. Its own
# parser (carbontracker.parser) reads the actual as that of 1 epoch: the pattern has `epochs`, the log `epoch(s)`. So
# aggregate_consumption() finds 1 epoch measured of 4 predicted, and adds the prediction, 2.5 times the measurement.
#
# The accelerator is stood in for: a module `pynvml` that answers as NVIDIA's would, beneath carbontracker's own code.
# This project reads the watts and seconds of each epoch (packages/ledger/src/importers/carbontracker.ts).
#
# Seen on 2026-11-30. Exits with 1 when it changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet carbontracker==2.4.7
mkdir stood-in
cat > stood-in/pynvml.py <<'PY'
import os


class NVMLError(Exception):
    pass


def nvmlInit():
    pass


def nvmlShutdown():
    pass


def nvmlDeviceGetCount():
    return 1


def nvmlDeviceGetHandleByIndex(index):
    return index


def nvmlDeviceGetName(handle):
    return "NVIDIA A100-SXM4-80GB"


def nvmlDeviceGetPowerUsage(handle):
    return 300_000 if os.environ.get("EPOCH", "1") == "1" else 60_000
PY
cat > seen.py <<'PY'
import os
import sys
import time

from carbontracker import parser
from carbontracker.tracker import CarbonTracker

tracker = CarbonTracker(epochs=4, monitor_epochs=4, components="gpu", log_dir="logs", update_interval=1, verbose=0)
for epoch in range(1, 5):
    os.environ["EPOCH"] = str(epoch)
    tracker.epoch_start()
    time.sleep(3)
    tracker.epoch_end()
tracker.stop()
[log] = parser.parse_all_logs("logs")
measured, predicted = log["actual"]["energy (kWh)"], log["pred"]["energy (kWh)"]
summed, _, _ = parser.aggregate_consumption("logs")
print(f"four epochs measured: {measured:.6f} kWh; predicted after the first: {predicted:.6f} kWh")
print(f"read as {log['actual']['epochs']} epoch; its sum says {summed:.6f} kWh")
if log["actual"]["epochs"] != 1 or summed != predicted or measured > 0.7 * predicted:
    print("This is not what was seen with carbontracker 2.4.7.")
    sys.exit(1)
PY
PYTHONPATH=stood-in env/bin/python seen.py
