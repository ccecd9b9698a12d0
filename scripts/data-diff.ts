import type { MethodName } from '../packages/cli/src/index.ts';
import { buildIfStale } from './built.ts';

/** `npm run data:diff -- 2019-paper`: what changed since an edition, and how far the paper's examples move. */

const built = await buildIfStale();
if (built !== 0) process.exit(built);
const library: typeof import('../packages/cli/src/index.ts') = await import(
  new URL('../packages/cli/dist/index.js', import.meta.url).href
);
const { CURRENT_EDITION, catalogue, EDITIONS, estimate, parseRun } = library;

const old = process.argv[2] ?? '2019-paper';
if (!EDITIONS.includes(old) || old === CURRENT_EDITION) {
  const others = EDITIONS.filter((id) => id !== CURRENT_EDITION);
  console.error(`no older edition '${old}'; there is ${others.join(', ')}`);
  process.exit(2);
}

const [before, now] = [catalogue(old), catalogue()];

/** The paper's words -> names of today. Its 'Tesla V100' is the SXM2 part by its 300 W. */
const TODAY: Readonly<Record<string, string>> = {
  'Tesla V100': 'nvidia-v100-sxm2-16gb',
  'AGX Xavier': 'nvidia-jetson-agx-xavier-32gb',
};

function intensity(edition: string, provider: string, region: string): number | null {
  const parsed = parseRun({
    hardware: [{ accelerator: { name: 'any', tdpW: 1 } }],
    hours: 1,
    place: { provider, region },
    edition,
    method: 'lacoste-2019',
  });
  return parsed.ok ? estimate(parsed.run).carbonIntensityGPerKwh.value : null;
}

const times = (a: number, b: number) => `x ${(b / a).toFixed(2)}`;

console.log(`Accelerators, ${old} -> ${CURRENT_EDITION}: rated power, W`);
for (const { name, tdpW } of before.accelerators) {
  const parsed = parseRun({
    hardware: [{ accelerator: TODAY[name] ?? name }],
    hours: 1,
    carbonIntensityGPerKwh: 0,
  });
  const id = parsed.ok ? parsed.run.hardware[0]?.accelerator : null;
  const row = typeof id === 'string' ? now.accelerator(id) : undefined;
  const today = row?.tdpW
    ? `${row.tdpW} (${row.name}), ${times(tdpW ?? Number.NaN, row.tdpW)}`
    : 'not an accelerator there';
  console.log(`  ${name.padEnd(20)} ${String(tdpW).padStart(5)} -> ${today}`);
}

console.log(`\nRegions: g CO2e/kWh, the largest changes first`);
const moved = before.regions.flatMap(({ provider, region }) => {
  const [a, b] = [intensity(old, provider, region), intensity(CURRENT_EDITION, provider, region)];
  return a === null || b === null ? [] : [{ provider, region, a, b }];
});
moved.sort((x, y) => Math.abs(Math.log(y.b / y.a)) - Math.abs(Math.log(x.b / x.a)));
for (const { provider, region, a, b } of moved) {
  console.log(
    `  ${`${provider} ${region}`.padEnd(34)} ${String(a).padStart(6)} -> ${String(b).padStart(6)}  ${times(a, b)}`,
  );
}
console.log(
  `  ${before.regions.length - moved.length} of ${before.regions.length} regions are no longer listed`,
);
console.log(
  `\n${before.accelerators.length} -> ${now.accelerators.length} accelerators, ${before.regions.length} -> ${now.regions.length} regions`,
);

const EXAMPLES = [
  {
    what: 'one V100, 100 h, Québec',
    accelerator: 'Tesla V100',
    provider: 'gcp',
    region: 'northamerica-northeast1',
  },
  {
    what: 'one V100, 100 h, Iowa',
    accelerator: 'Tesla V100',
    provider: 'azure',
    region: 'centralus',
  },
  {
    what: 'one V100, 100 h, South Africa',
    accelerator: 'Tesla V100',
    provider: 'azure',
    region: 'southafricanorth',
  },
];
console.log(
  '\nThe paper’s examples, kg CO2e: its method and data -> its method, data of today -> full method of today',
);
for (const { what, accelerator, provider, region } of EXAMPLES) {
  const kg = (edition: string, method: MethodName, name: string) => {
    const parsed = parseRun({
      hardware: [{ accelerator: name }],
      hours: 100,
      place: { provider, region },
      edition,
      method,
    });
    return parsed.ok ? estimate(parsed.run).operational.kgCo2e.value : Number.NaN;
  };
  const today = TODAY[accelerator] ?? accelerator;
  const three = [
    kg(old, 'lacoste-2019', accelerator),
    kg(CURRENT_EDITION, 'lacoste-2019', today),
    kg(CURRENT_EDITION, 'full', today),
  ];
  console.log(`  ${what.padEnd(32)} ${three.map((value) => value.toPrecision(3)).join(' -> ')}`);
}
