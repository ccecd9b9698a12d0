#!/bin/sh
# parse-duration 2.1.9 (npm), on Node 20: times as ISO 8601 and Slurm write them come out short, without an error.
#
# - `P1DT2H` (ISO 8601: one day and two hours) is 2 hours: the day is lost. `PT1H30M` is right, so that a test
#   with times of less than a day notices nothing.
# - `1:30:00` and `1-02:03:04` (Slurm's elapsed time: 1 h 30 min; 1 day 2 h 3 min 4 s) are about one millisecond: each
#   number without a unit counts as milliseconds, and the signs between them say nothing.
# - `1 days 02:03:04` (pandas writes a Timedelta so) is read rightly: the same clock behind a word is one.
#
# Whoever reads the Elapsed column of sacct or a tracker's file with it gets a run of a day as a run of no time, and its
# energy as nothing. This project reads these times itself (packages/schema/src/duration.ts) and refuses what it cannot.
#
# Seen on 2026-11-29. Exits with 1 when any of this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --ignore-scripts parse-duration@2.1.9 >/dev/null
cat > seen.mjs <<'EOF'
import parse from 'parse-duration';

const HOUR_MS = 3_600_000;
const expected = [
  // text, what it means in hours, what comes out in hours
  ['PT1H30M', 1.5, (hours) => hours === 1.5],
  ['P1DT2H', 26, (hours) => hours === 2],
  ['1:30:00', 1.5, (hours) => hours < 1e-6],
  ['1 days 02:03:04', 26 + 3 / 60 + 4 / 3600, (hours) => Math.abs(hours - 26.0511) < 1e-3],
  ['1-02:03:04', 26 + 3 / 60 + 4 / 3600, (hours) => hours < 1e-6],
];
let changed = false;
for (const [text, means, isAsSeen] of expected) {
  const hours = parse(text) / HOUR_MS;
  console.log(`${text.padEnd(15)} means ${means.toFixed(4)} h, parse-duration says ${hours} h`);
  if (!isAsSeen(hours)) changed = true;
}
if (changed) {
  console.log('This is not what was seen with parse-duration 2.1.9.');
  process.exit(1);
}
EOF
node seen.mjs
