#!/bin/sh
# Zeus 0.16.0 (PyPI), on Python 3.11: the grams of a window do not belong to the joules beside them.
#
# `CarbonEmissionMonitor` starts a process for the grams when a window begins and none is open, and ends it with the last
# one. That process counts from when it is ready; the joules and the time beside the grams run from before it was started
# until it has answered. Half a second on an accelerator of 300 W (150 J) is told as 800 J in 2.7 s (more on a machine
# that is busy), and as the grams of less than 0.1 J. Five seconds had the joules of all and the grams of 337 J of them.
# Each window that is alone pays it again.
#
# Who opens a window for each short epoch or batch gets next to no grams, and joules that are largely those of waiting.
# Take `ZeusMonitor`, and its joules times the intensity of the grid.
# This project reads the log of `ZeusMonitor`, which has no grams (packages/ledger/src/importers/zeus.ts).
#
# The accelerator, processor and memory are stood in for, beneath Zeus's own code: 300 W, 100 W and 20 W all the time. So
# is the grid: 360 g/kWh, so that a gram is 10,000 J.
#
# Seen on 2026-12-01. Exits with 1 when it changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile zeus==0.16.0 'requests<3'
cat > seen.py <<'PY'
import sys
import time
from datetime import datetime, timedelta, timezone

import pynvml
from zeus.device.cpu.common import CpuDramMeasurement
from zeus.monitor import carbon, energy

JOULES_OF_A_GRAM = 3.6e6 / 360


def not_supported(handle):
    raise pynvml.NVMLError(pynvml.NVML_ERROR_NOT_SUPPORTED)


class Processor:
    def __len__(self):
        return 1

    def get_total_energy_consumption(self, index):
        return CpuDramMeasurement(cpu_mj=100_000 * time.time(), dram_mj=20_000 * time.time())


# The process that Zeus starts runs these lines too.
pynvml.nvmlInit = pynvml.nvmlShutdown = lambda: None
pynvml.nvmlDeviceGetCount = lambda: 1
pynvml.nvmlDeviceGetHandleByIndex = lambda index: index
pynvml.nvmlDeviceGetName = lambda handle: "NVIDIA A100-SXM4-80GB"
pynvml.nvmlDeviceGetArchitecture = lambda handle: pynvml.NVML_DEVICE_ARCH_AMPERE
pynvml.nvmlDeviceGetC2cModeInfoV = not_supported
pynvml.nvmlDeviceGetTotalEnergyConsumption = lambda handle: round(300_000 * time.time())
energy.get_cpus = Processor


class Grid(carbon.CarbonIntensityProvider):
    update_period = timedelta(hours=1)
    history_length = 24

    def get_current_carbon_intensity(self):
        return 360.0

    def get_recent_carbon_intensity(self):
        hour = datetime.now(timezone.utc).replace(minute=0, second=0, microsecond=0)
        return {hour - timedelta(hours=back): 360.0 for back in range(24)}


def joules_and_those_of_the_grams(monitor, seconds):
    monitor.begin_window("epoch", sync_execution=False)
    time.sleep(seconds)
    told = monitor.end_window("epoch", sync_execution=False)
    joules, of_the_grams = told.gpu_energy[0], told.gpu_carbon_emission[0] * JOULES_OF_A_GRAM
    print(f"{seconds} s at 300 W: {joules:.0f} J in {told.time:.1f} s, and the grams of {of_the_grams:.3f} J")
    return joules, of_the_grams


if __name__ == "__main__":
    monitor = carbon.CarbonEmissionMonitor(Grid(), gpu_indices=[0], cpu_indices=[0])
    windows = [joules_and_those_of_the_grams(monitor, 0.5) for _ in range(2)]
    if not all(joules > 150 and of_the_grams < 15 for joules, of_the_grams in windows):
        print("This is not what was seen with Zeus 0.16.0.")
        sys.exit(1)
PY
timeout 100 env/bin/python seen.py
