import { expect, test } from 'vitest';
import { command } from './testing.ts';

const run = ['--accelerator', '8xTesla V100-SXM2-16GB', '--hours', '100', '--country', 'FR'];
const project = 'examples/good/three-phases.yaml';

test.each(['14kg', '14 kg CO2e', '14,000 g', '0.014t CO2eq', '12-16 kg', '0.014 Mg'])(
  'a claim of %s cannot be excluded, and the range is told',
  async (claim) => {
    const { out, exit } = await command(['check', ...run, '--claim', claim]);
    expect(out).toMatch(/^The claim cannot be excluded: the 90 % range is [\d.]+ kg CO2e to /);
    expect(exit).toBe(0);
  },
);

test('a claim that cannot be is told by the grid and the power that it takes', async () => {
  const llama = ['--accelerator', 'H100-SXM5-80GB', '--device-hours', '7000000', '--country', 'US'];
  const { out, exit } = await command(['check', ...llama, '--claim', '11,390 t']);
  expect(out).toMatch(/^The claim does not hold\n/);
  expect(out).toMatch(
    /the grid would emit +1,[67]\d\d g CO2e\/kWh instead of [34]\d\d; it can be [\d.]+ to \d{3} there/,
  );
  // Sentence and line say each figure alike.
  const [, grid, low, high] =
    /it would emit (\S+) g\/kWh; grids there lie between (\S+) and (\S+)/.exec(out) ?? [];
  expect(out).toMatch(
    new RegExp(`the grid would emit +${grid} g CO2e/kWh .*; it can be ${low} to ${high} there`),
  );
  expect(exit).toBe(3);
});

test('of an intensity that is told, grids anywhere are the measure', async () => {
  const told = [
    '--accelerator',
    '8xTesla V100-SXM2-16GB',
    '--hours',
    '100',
    '--carbon-intensity',
    '35',
  ];
  const { out } = await command(['check', ...told, '--claim', '50 kg']);
  expect(out).toMatch(/g CO2e\/kWh instead of 35; grids anywhere emit 5 to 1,300\n/);
});

test('the range is told alike wherever it stands', async () => {
  const llama = ['--accelerator', 'H100-SXM5-80GB', '--device-hours', '7000000', '--country', 'US'];
  const { out } = await command(['check', ...llama, '--claim', '2,865 t']);
  const [, low, high] = /the 90 % range is (.+) to (.+)\n/.exec(out) ?? [];
  expect(low).toMatch(/^1,\d{3} t CO2e$/);
  expect(out).toContain(`(between ${low} and ${high})`);
  expect(out).toContain(`within the 90 % range of the estimate, ${low} to ${high}\n`);
});

test('a rounded claim holds, and says so', async () => {
  const metered = [
    '--energy-kwh',
    '2772',
    '--energy-scope',
    'facility',
    '--carbon-intensity',
    '385',
  ];
  const { out, exit } = await command(['check', ...metered, '--claim', '1.1 t']);
  expect(exit).toBe(0);
  expect(out).toContain('the digits of the claim stand for 1.05 t CO2e to 1.15 t CO2e');
});

test('a claim that does not hold says what was taken beside what it takes', async () => {
  const metered = ['--accelerator', '8xH100 SXM5', '--hours', '100', '--energy-kwh', '1000'];
  const where = ['--energy-scope', 'facility', '--carbon-intensity', '69.3'];
  const { out, exit } = await command(['check', ...metered, ...where, '--claim', '64.7 kg']);
  expect(exit).toBe(3);
  expect(out).toMatch(/the grid would emit +64.7 g CO2e\/kWh instead of 69.3;/);
  expect(out).toMatch(/the electricity would be +934 kWh instead of 1 MWh\n/);
  expect(out).not.toMatch(/ W\b|chips/);
});

test.each(['50 MT', '50 tons', '50', '50 kWh', 'much'])('%s is no claim', async (claim) => {
  const { err, exit } = await command(['check', ...run, '--claim', claim]);
  expect(err).toContain(`--claim cannot be '${claim}'; expected a mass such as`);
  expect(exit).toBe(2);
});

test('a budget is one mass', async () => {
  const { err, exit } = await command(['check', ...run, '--budget', '10-12 t']);
  expect(err).toContain('--budget cannot be');
  expect(exit).toBe(2);
});

test('a project can be checked, compared and explained', async () => {
  const estimated = JSON.parse((await command(['estimate', project, '--json'])).out);
  const kg = estimated.operational.kgCo2e.value;
  const checked = await command(['check', project, '--claim', `${kg} kg`, '--json']);
  expect(checked.exit).toBe(0);
  expect(JSON.parse(checked.out)).toMatchObject({ holds: true, ratio: 1 });
  const compared = await command(['compare', project, '--regions', 'gcp', '--json']);
  expect(JSON.parse(compared.out).here.kgCo2e.value).toBeCloseTo(kg, 9);
  const explained = await command(['explain', project]);
  expect(explained.out).toContain('From lacoste-2019 to full');
});

test('places that are not told apart are told together, with what such figures are', async () => {
  const { out } = await command(['compare', ...run, '--top', '2']);
  expect(out).toMatch(/Stockholm, .* with \d+ providers: .* to .*, not told apart\n/);
  expect(out).toContain('marginal');
  expect(out).toContain('docs/method.md#average-or-marginal');
});

test('neither a claim nor a limit', async () => {
  const { exit, err } = await command(['check', 'examples/good/eight-v100.yaml']);
  expect(exit).toBe(2);
  expect(err).toBe(
    '--claim: what to check is missing: a figure as published (--claim), or a limit (--budget, --base)\n',
  );
});
