#!/bin/sh
# carbontracker 2.4.7 (PyPI), on Python 3.11: several accelerators of a machine are counted as one.
#
# On a machine with two accelerators that draw 300 W and 301 W, `Average power usage (W) for gpu` is 300.5, and the
# energy it reports is that of 300.5 W, not 601 W. 1.2.5 writes `[300. 301.]` and counts both. Since 2.0 the readings of
# all accelerators are put into one list and averaged. So eight accelerators are told with an eighth of their energy, in
# the log, in the prediction and in the sums of its own parser.
#
# The accelerators are stood in for: a module `pynvml` that answers as NVIDIA's would, beneath carbontracker's own code.
# This project reads the watts of the log and takes them times the devices (packages/ledger/src/importers/carbontracker.ts).
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
class NVMLError(Exception):
    pass


def nvmlInit():
    pass


def nvmlShutdown():
    pass


def nvmlDeviceGetCount():
    return 2


def nvmlDeviceGetHandleByIndex(index):
    return index


def nvmlDeviceGetName(handle):
    return "NVIDIA A100-SXM4-80GB"


def nvmlDeviceGetPowerUsage(handle):
    return 300_000 + 1_000 * handle
PY
cat > seen.py <<'PY'
import sys
import time

from carbontracker import parser
from carbontracker.tracker import CarbonTracker

tracker = CarbonTracker(epochs=1, components="gpu", log_dir="logs", update_interval=1, verbose=0)
tracker.epoch_start()
time.sleep(4)
tracker.epoch_end()
tracker.stop()
gpu = parser.parse_all_logs("logs")[0]["components"]["gpu"]
watts = float(gpu["avg_power_usages (W)"].sum())
print(f"accelerators draw 300 W and 301 W, so 601 W; carbontracker says {watts} W of {len(gpu['devices'])} devices")
if watts != 300.5:
    print("This is not what was seen with carbontracker 2.4.7.")
    sys.exit(1)
PY
PYTHONPATH=stood-in env/bin/python seen.py
