#!/bin/sh
# eco2AI 0.3.12 (PyPI), on Python 3.11 without an accelerator: a run shorter than `measure_period` has next to no energy.
#
# Eight seconds of one busy processor core are about 1e-4 kWh with measure_period=2, and less than 1e-7 kWh with the
# default of 10 s: the load of processors is sampled once a period, and what stop() adds after the last sample is the
# blink that asking takes. The duration in the same row is right. So a grid search of short runs, or epochs of less than
# ten seconds each, costs nothing in the file.
#
# Seen on 2026-11-30. Exits with 1 when it changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet eco2ai==0.3.12 'pandas<3' 'setuptools<80'
cat > seen.py <<'PY'
import csv
import sys
import time
import warnings

warnings.filterwarnings("ignore")

import eco2ai


def run(period):
    tracker = eco2ai.Tracker(
        project_name="seen", experiment_description=str(period), file_name="emission.csv",
        alpha_2_code="FR", measure_period=period, ignore_warnings=True,
    )
    tracker.start()
    end = time.time() + 8
    while time.time() < end:
        pass
    tracker.stop()


run(10)
run(2)
kwh = {}
with open("emission.csv") as file:
    for row in csv.DictReader(file):
        period = row["experiment_description"]
        kwh[period] = float(row["power_consumption(kWh)"])
        print(f"period {period} s: {float(row['duration(s)']):.1f} s and {kwh[period]:.2e} kWh")
if kwh["10"] > kwh["2"] / 100:
    print("This is not what was seen with eco2AI 0.3.12.")
    sys.exit(1)
PY
env/bin/python seen.py
