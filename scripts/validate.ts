import { writeFileSync } from 'node:fs';
import { pageDataOf } from '../validation/page-data.ts';
import { CLASS_HEAD, classRows, FITTED_HEAD, fittedRows } from '../validation/power-report.ts';
import { documentOf, SCORE_HEAD, scoreRows, tally, validate } from '../validation/report.ts';
import { buildIfStale } from './built.ts';

/** `npm run validate`: published footprints and wall meters against the package; `-- --write` renews docs/validation.md and the Method page's figures. */

const built = await buildIfStale();
if (built !== 0) process.exit(built);
const library: typeof import('../packages/cli/src/index.ts') = await import(
  new URL('../packages/cli/dist/index.js', import.meta.url).href
);
const validation = validate(library);
const { recomputed, notGradeable, scores, power, targets } = validation;

function print(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}

const contradicting = recomputed.filter(({ isExpected }) => !isExpected).length;
const wrong = recomputed.filter(({ passes }) => !passes);
console.log(
  `Published footprints: ${tally(recomputed)} ${contradicting} contradict themselves as listed, ${notGradeable.length} state too little.`,
);
for (const { id, published, recomputed: found, unit, tolerance, isExpected } of wrong) {
  console.log(
    `  ${id}: published ${published} ${unit}, recomputed ${found}, tolerance ${tolerance}, expected to ${isExpected ? 'agree' : 'disagree'}`,
  );
}
console.log('\nAgainst wall meters, nothing measured but hours\n');
print([SCORE_HEAD, ...scoreRows(scores)]);
console.log('\nPower by kind of machine, nothing measured but hours\n');
print([CLASS_HEAD, ...classRows(power.byKind)]);
console.log('\nTheir usual values fitted anew, mean errors\n');
print([FITTED_HEAD, ...fittedRows(power.byKind)]);
console.log('\nPower by machine, all told that is known\n');
print([CLASS_HEAD, ...classRows(power.byMachine)]);
console.log('\nTargets\n');
print(
  targets.map(({ name, isMet, isAim, detail }) => [
    isMet ? 'met' : isAim ? 'aim missed' : 'FAILED',
    name,
    detail,
  ]),
);
if (process.argv.includes('--write')) {
  writeFileSync('docs/validation.md', documentOf(validation));
  writeFileSync('apps/web/src/lib/method/validation.json', pageDataOf(validation));
}
process.exit(targets.every(({ isMet, isAim }) => isMet || isAim) ? 0 : 1);
