#!/bin/sh
# @grnsft/if 1.1.0 (npm, the Impact Framework of the Green Software Foundation), on Node 20: its means over time are low.
#
# `time-sync` puts readings onto slots of time. Of a parameter that is to be averaged (power, the load of a processor) it
# adds all readings of a slot but the last one, and divides by the number of all. Readings are cut into seconds first, so
# a steady 300 W is 150 W in slots of 2 s, 225 W of 4 s, 295 W of a minute, and what was drawn in the last second of each
# slot is lost (a slot of 1 s has one reading, and is right). Sums beside it, such as kWh, are right. Nothing is said.
#
# Who takes power or load through `time-sync`, and energy from it on the way to an SCI score, reports 2 % too little with
# slots of a minute and half of it with slots of 2 s, and finds that our figure for the same log is larger.
#
# Seen on 2026-12-01. Exits with 1 when it changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @grnsft/if@1.1.0
cat > seen.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { load } from 'js-yaml';

const parameter = (unit, method) => ({
  unit,
  description: unit,
  'aggregation-method': { time: method, component: 'sum' },
});

/** What a machine drew in two minutes, 300 W and 0.005 kWh a minute, in slots of so many seconds. */
function inSlotsOf(interval) {
  const manifest = {
    name: 'seen',
    initialize: {
      plugins: {
        'time-sync': {
          method: 'TimeSync',
          path: 'builtin',
          config: {
            'start-time': '2026-01-01T00:00:00.000Z',
            'end-time': '2026-01-01T00:02:00.000Z',
            interval,
            'allow-padding': false,
          },
          'parameter-metadata': { inputs: { power: parameter('W', 'avg'), energy: parameter('kWh', 'sum') } },
        },
      },
    },
    tree: {
      children: {
        machine: {
          pipeline: { compute: ['time-sync'] },
          inputs: ['2026-01-01T00:00:00.000Z', '2026-01-01T00:01:00.000Z'].map((timestamp) => ({
            timestamp,
            duration: 60,
            power: 300,
            energy: 0.005,
          })),
        },
      },
    },
  };
  writeFileSync('in.yml', JSON.stringify(manifest));
  execFileSync('node_modules/.bin/if-run', ['-m', 'in.yml', '-o', 'out.yaml'], { stdio: 'ignore' });
  return load(readFileSync('out.yaml', 'utf8')).tree.children.machine.outputs;
}

const expected = { 1: 300, 2: 150, 4: 225, 60: 295 };
let changed = false;
for (const [seconds, watts] of Object.entries(expected)) {
  const slots = inSlotsOf(Number(seconds));
  const power = [...new Set(slots.map((slot) => slot.power))];
  const kWh = slots.reduce((sum, slot) => sum + slot.energy, 0);
  console.log(`slots of ${seconds} s: 300 W is ${power.join(', ')} W, 0.01 kWh are ${kWh.toFixed(5)} kWh`);
  if (power.length !== 1 || power[0] !== watts || Math.abs(kWh - 0.01) > 1e-9) changed = true;
}
if (changed) {
  console.log('This is not what was seen with @grnsft/if 1.1.0.');
  process.exit(1);
}
JS
node seen.mjs
