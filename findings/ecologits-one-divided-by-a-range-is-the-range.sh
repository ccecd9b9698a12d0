#!/bin/sh
# EcoLogits 0.11.3 (PyPI), on Python 3.11: a number divided by a range is the range divided by the number.
#
# The energy of an answer is a number for some models and a RangeValue for others. `1 / kWh`, the answers for a kWh, is
# right for a number. For a range it is the range itself, and `0.05 / kWh`, the answers for 0.05 kWh, is twenty times the
# range: `__rtruediv__` is `__truediv__`. Nothing is thrown.
#
# Who turns energies into answers for a kWh, or a budget into answers, has a figure for one model that is right, and for
# the next one, by the same line, one that is a millionth of it. Divide by `.min` and by `.max`.
#
# Seen on 2026-12-01. Exits with 1 when it changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet ecologits==0.11.3
cat > seen.py <<'PY'
import logging
import sys

logging.disable(logging.WARNING)

from ecologits.tracers.utils import llm_impacts


def kwh_of(provider, model):
    return llm_impacts(provider, model, 400, 10.0, "FRA").energy.value


of_a_number = kwh_of("mistralai", "mistral-small-latest")
of_a_range = kwh_of("openai", "gpt-4o")
print(f"mistral-small: {of_a_number:.3e} kWh an answer, so {1 / of_a_number:.0f} answers for a kWh")
low, high = of_a_range.min, of_a_range.max
print(f"gpt-4o: {low:.3e} to {high:.3e} kWh an answer, so {1 / high:.0f} to {1 / low:.0f} for a kWh")
inverse, budget = 1 / of_a_range, 0.05 / of_a_range
print(f"1 / it is {inverse.min:.3e} to {inverse.max:.3e}; 0.05 / it is {budget.min:.3e} to {budget.max:.3e}")
if not 1 / of_a_number > 1000 or inverse != of_a_range or abs(budget.min / low - 20) > 1e-9:
    print("This is not what was seen with EcoLogits 0.11.3.")
    sys.exit(1)
PY
env/bin/python seen.py
