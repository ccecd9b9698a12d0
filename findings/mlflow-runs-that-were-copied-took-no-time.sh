#!/bin/sh
# mlflow-export-import 1.2.0 (PyPI) with MLflow 3.17.2, on Python 3.11: copied runs have another time and another end.
#
# A run of ten hours that failed, with the power of its accelerator in the system metrics (300 W, so 3 kWh), is exported
# and imported into another store. There it FINISHED, and took the fraction of a second in which it was copied, today;
# its 601 readings stay where they were, before its start. Power times the time of the run is some 0.00002 kWh. The true
# times and status are in the export, and with --import-source-tags in tags; the run itself never has them.
#
# Who moves from one tracking server to another (the folder store is going away) and sums energy, time or failed runs
# from the new one finds nearly nothing, no failed run, and all of it in the month of the move.
# This project takes the time of the run, too (packages/ledger/src/importers/mlflow.ts): import the first server.
#
# Seen on 2026-12-01. Exits with 1 when it changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
# Without what MLflow's server and models need.
env/bin/pip install --quiet --no-compile mlflow-skinny==3.17.2 'sqlalchemy<3' 'alembic<2' 'pandas<4' tabulate==0.9.0
env/bin/pip install --quiet --no-compile --no-deps mlflow-export-import==1.2.0
cat > make.py <<'PY'
import time

from mlflow.entities import Metric
from mlflow.tracking import MlflowClient

MINUTE_MS = 60_000
client = MlflowClient("sqlite:///before.db")
experiment = client.create_experiment("lab")
end = int(time.time() * 1000) - 1440 * MINUTE_MS
start = end - 600 * MINUTE_MS
run = client.create_run(experiment, start_time=start).info.run_id
power = "system/gpu_0_power_usage_watts"
client.log_batch(run, metrics=[Metric(power, 300.0, start + m * MINUTE_MS, m) for m in range(601)])
client.set_terminated(run, "FAILED", end)
print(run)
PY
cat > seen.py <<'PY'
import sys

from mlflow.tracking import MlflowClient

HOUR_MS = 3_600_000


def told(store):
    client = MlflowClient(f"sqlite:///{store}.db")
    [run] = client.search_runs([client.get_experiment_by_name("lab").experiment_id])
    readings = sorted(one.timestamp for one in client.get_metric_history(run.info.run_id, "system/gpu_0_power_usage_watts"))
    hours = (run.info.end_time - run.info.start_time) / HOUR_MS
    span = (readings[-1] - readings[0]) / HOUR_MS
    before_start = (run.info.start_time - readings[0]) / HOUR_MS
    print(f"{store} it is copied: {run.info.status}, {hours:.5f} h, so {300 * hours / 1000:.5f} kWh at 300 W")
    print(f"  {len(readings)} readings over {span:.1f} h, the first {before_start:.0f} h before its start")
    return run.info.status, round(hours, 1), len(readings), round(span, 1)


before, after = told("before"), told("after")
if before != ("FAILED", 10.0, 601, 10.0) or after != ("FINISHED", 0.0, 601, 10.0):
    print("This is not what was seen with mlflow-export-import 1.2.0.")
    sys.exit(1)
PY
run=$(env/bin/python make.py 2>/dev/null)
export MLFLOW_TRACKING_URI=sqlite:///before.db
env/bin/export-run --run-id "$run" --output-dir copy > log 2>&1 || { cat log; exit 1; }
export MLFLOW_TRACKING_URI=sqlite:///after.db
env/bin/import-run --input-dir copy --experiment-name lab > log 2>&1 || { cat log; exit 1; }
env/bin/python seen.py 2>/dev/null
