import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessibilityFaults } from './axe.ts';
import {
  awaken,
  choose,
  expect,
  headlineKg,
  more,
  openCalculator,
  openView,
  test,
} from './page.ts';

/** What the built command says of a file: the page must say the same to the last bit. */
function commandKgOf(written: unknown): number {
  const file = join(mkdtempSync(join(tmpdir(), 'project-')), 'project.json');
  writeFileSync(file, JSON.stringify(written));
  const out = execFileSync(
    'node',
    ['packages/cli/bin/ml-emissions.js', 'estimate', file, '--json'],
    { encoding: 'utf8' },
  );
  return JSON.parse(out).operational.kgCo2e.value;
}

const EXAMPLE = {
  hardware: [{ accelerator: 'NVIDIA A100 SXM4 80GB', count: 8 }],
  hours: 100,
  place: { provider: 'gcp', region: 'us-central1' },
};

test('several runs: added, duplicated, told apart by phase, summed, removed', async ({ page }) => {
  await openCalculator(page);
  const one = await headlineKg(page);
  await page.getByRole('button', { name: 'Duplicate this run' }).click();
  expect(await headlineKg(page)).toBeCloseTo(2 * one, 9);
  await page.getByLabel('Hours').fill('10');
  await more(page, 'What was it for?');
  await page.getByLabel('Phase', { exact: true }).selectOption('search');
  await page.getByRole('button', { name: 'Add another run' }).click();
  await page.getByLabel('Number of chips').fill('8');
  await choose(page, 'Hardware', 'NVIDIA A100 SXM4 80GB');
  await page.getByLabel('Hours').fill('1');
  expect(await headlineKg(page)).toBe(
    commandKgOf({
      runs: [EXAMPLE, { ...EXAMPLE, hours: 10, phase: 'search' }, { ...EXAMPLE, hours: 1 }],
    }),
  );
  await expect(page.getByRole('heading', { name: 'All runs together' })).toBeVisible();
  await page.getByRole('button', { name: /^Run 1/ }).click();
  await expect(page.getByLabel('Hours')).toHaveValue('100');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Remove search' }).click();
  await page.getByRole('button', { name: 'Remove Run 2' }).click();
  expect(await headlineKg(page)).toBe(one);
});

test('a fault in one run of several keeps the last good sum', async ({ page }) => {
  await openCalculator(page);
  await page.getByRole('button', { name: 'Duplicate this run' }).click();
  const before = await headlineKg(page);
  await page.getByLabel('Hours').fill('x');
  expect(await headlineKg(page)).toBe(before);
  await expect(page.getByText('This is the last good figure')).toBeVisible();
});

test('undo and redo go through what was typed', async ({ page }) => {
  await openCalculator(page);
  await page.getByLabel('Hours').fill('7');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page.getByLabel('Hours')).toHaveValue('100');
  await page.waitForTimeout(700);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByLabel('Hours')).toHaveValue('7');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(page.getByLabel('Hours')).toHaveValue('100');
});

test('what would settle the doubt is one press away, and measuring narrows the range', async ({
  page,
}) => {
  await openCalculator(page);
  await page
    .getByRole('button', { name: 'Enter the mean power that nvidia-smi showed' })
    .first()
    .click();
  const power = page.getByLabel('Mean power of one chip, measured');
  await expect(power).toBeFocused();
  await power.fill('312');
  expect(await headlineKg(page)).toBe(
    commandKgOf({ ...EXAMPLE, hardware: [{ ...EXAMPLE.hardware[0], powerW: 312 }] }),
  );
});

test('a line of the receipt says what else could stand there, and takes it', async ({ page }) => {
  await openCalculator(page);
  const kg = await headlineKg(page);
  const receipt = page.locator('.receipt');
  await receipt.getByRole('button', { name: /^All \d+ lines/ }).click();
  await receipt.getByText('Rated power of one chip', { exact: true }).click();
  await receipt.getByRole('button', { name: 'Use highest figure in use: 500 W' }).click();
  await expect.poll(() => headlineKg(page)).toBeCloseTo((kg * 500) / 400, 9);
  // The bar beside the figure has one too, once the figure is out of sight.
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await receipt.getByText('Mean power / rated power').click();
  await receipt.getByRole('button', { name: /^Use language models, training/ }).click();
  await expect.poll(() => headlineKg(page)).toBeGreaterThan(kg);
  await expect(page.getByRole('combobox', { name: 'Hardware', exact: true })).toHaveValue(
    'NVIDIA A100 SXM4 80GB',
  );
});

test('a chip of your own, processors alone, an instance and a slice', async ({ page }) => {
  // It starts the command four times.
  test.slow();
  await openCalculator(page);
  await more(page, 'What hardware is it, exactly?');
  const by = page.getByLabel('The hardware is told by');
  await by.selectOption('own');
  await page.getByLabel('Name of your chip').fill('Ours');
  await page.getByLabel('Rated power of one chip').fill('250');
  expect(await headlineKg(page)).toBe(
    commandKgOf({ ...EXAMPLE, hardware: [{ accelerator: { name: 'Ours', tdpW: 250 }, count: 8 }] }),
  );
  const { hardware: _, ...place } = EXAMPLE;
  await by.selectOption('instance');
  await page.getByLabel('Instance type').fill('a2-megagpu-16g');
  await page.keyboard.press('Tab');
  await expect
    .poll(() => headlineKg(page))
    .toBe(commandKgOf({ ...place, instance: 'a2-megagpu-16g' }));
  await by.selectOption('slice');
  await page.getByLabel('TPU slice').fill('v3-32');
  await expect.poll(() => headlineKg(page)).toBe(commandKgOf({ ...place, slice: 'v3-32' }));
  await by.selectOption('none');
  await more(page, 'What stood around the chips?');
  await page.getByLabel('Processor of the host').fill('EPYC 7742');
  await page.keyboard.press('Tab');
  await expect
    .poll(() => headlineKg(page))
    .toBe(commandKgOf({ ...place, host: { cpu: 'EPYC 7742' } }));
});

test('a country or a research computer instead of a cloud', async ({ page }) => {
  await openCalculator(page);
  await test.step('a country instead of a cloud', async () => {
    await page.getByLabel('Provider').selectOption({ label: 'my own machines' });
    await page.getByRole('combobox', { name: 'Country or grid' }).fill('FR');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => headlineKg(page))
      .toBe(commandKgOf({ ...EXAMPLE, place: { zone: 'FR' } }));
  });
  await test.step('a research computer by its name', async () => {
    await page.getByLabel('Provider').selectOption({ label: 'a supercomputer or service' });
    await page.getByRole('combobox', { name: 'Research computer or service' }).fill('jean zay');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => headlineKg(page))
      .toBe(commandKgOf({ ...EXAMPLE, place: { site: 'jean-zay' } }));
    await expect(page.getByText('(Orsay, FR)')).toBeVisible();
    await page.getByLabel('Provider').selectOption('gcp');
    await expect(page.getByRole('combobox', { name: 'Region' })).toHaveValue('europe-west9');
  });
});

test('while a run is still empty, all speaks of the one before it, and says so', async ({
  page,
}) => {
  await openCalculator(page);
  await page.getByLabel('Hours').fill('50');
  await page.getByRole('button', { name: 'Add another run' }).click();
  const kg = await headlineKg(page);
  await page.reload();
  await awaken(page);
  expect(await headlineKg(page)).toBe(kg);
  const half = (await page.getByTestId('headline').locator('strong').textContent()) ?? '?';
  await page.goto('./act/');
  await expect(page.getByTestId('in-hand')).toContainText(half);
  await expect(page.getByText('this page is about one of them: Run 1.')).toBeVisible();
  await page.goto('./publish/');
  await expect(page.getByText('1 of 2 runs is counted')).toBeVisible();
});

test('a view of one run of several says of which', async ({ page }) => {
  await openCalculator(page);
  await page.getByRole('button', { name: 'Duplicate this run' }).click();
  await openView(page, 'What if');
  await expect(page.getByText(/^Of one run alone: Run 2, \d+\skg of \d+\skg\.$/)).toBeVisible();
});

test('the levers count the making of the hardware, as advice does', async ({ page }) => {
  await openCalculator(page);
  await openView(page, 'What if');
  await expect(page.getByText(/^From 217\skg now to/).first()).toBeVisible();
  await expect(page.getByText(/and 26\.7\skg for making the hardware;/)).toBeVisible();
});
