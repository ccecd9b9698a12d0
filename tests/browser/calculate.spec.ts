import { execFileSync } from 'node:child_process';
import { test as plain } from '@playwright/test';
import { accessibilityFaults, expectSound } from './axe.ts';
import { besidePage, choose, expect, headlineKg, more, openCalculator, test } from './page.ts';

/** What the built command says: the page must say the same to the last bit. */
function commandKg(...flags: string[]): number {
  const out = execFileSync(
    'node',
    ['packages/cli/bin/ml-emissions.js', 'estimate', ...flags, '--json'],
    {
      encoding: 'utf8',
    },
  );
  return JSON.parse(out).operational.kgCo2e.value;
}

test.describe('a first visit', () => {
  // A wide window shows the comparisons at once, which compute.
  test.use({ viewport: { width: 390, height: 844 } });

  test('the calculator itself comes at the first sign of a person', async ({ page }) => {
    const asked: string[] = [];
    page.on('response', async (response) => {
      if ((await response.text().catch(() => '')).includes('northamerica-northeast1')) {
        asked.push(new URL(response.url()).pathname);
      }
    });
    await page.goto('./');
    await page.waitForLoadState('networkidle');
    await expect(page.locator('[data-ready]')).toHaveCount(0);
    expect(asked.filter((path) => path.endsWith('.js'))).toEqual([]);
    const before = await headlineKg(page);
    // Where a pointer rests is told by one move, which is nobody's; some browsers have told it already.
    await page.mouse.move(0, 0);
    await page.waitForTimeout(300);
    await expect(page.locator('[data-ready]')).toHaveCount(0);
    await page.mouse.move(60, 50);
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    await expect(page.locator('[data-ready]')).toHaveCount(1);
    expect(await headlineKg(page)).toBe(before);
  });
});

plain.describe('a network that fails at the first touch', () => {
  // A part below that comes into sight asks for the calculator too: on a phone none does at first.
  plain.use({ viewport: { width: 390, height: 844 } });

  plain('is said, and the next key asks again', async ({ page }) => {
    await page.goto('./');
    await page.waitForLoadState('networkidle');
    // A busy machine is idle on the network before the page has started: then it would never have anything to say.
    await page.waitForFunction(() => {
      const { early } = globalThis as unknown as { readonly early: { readonly onSeen: unknown } };
      return String(early.onSeen).includes('disconnect');
    });
    await expect(page.locator('[data-ready]')).toHaveCount(0);
    await page.route('**/*.js', (route) => route.abort());
    await page.getByLabel('Hours').fill('50');
    await expect(page.getByText('could not be fetched').first()).toBeVisible();
    await page.unroute('**/*.js');
    await page.waitForTimeout(1200);
    await page.getByLabel('Hours').press('End');
    await expect(page.getByText('could not be fetched')).toHaveCount(0);
    await expect(page.getByTestId('headline')).toContainText('94.9');
  });
});

test('the example: answered, heard, moved', async ({ page }) => {
  await openCalculator(page);
  await test.step('opens with an example that is already answered', async () => {
    await expect(page.getByTestId('headline')).toContainText('CO2e');
    expect(await headlineKg(page)).toBe(
      commandKg(
        '--accelerator',
        '8xNVIDIA A100 SXM4 80GB',
        '--hours',
        '100',
        '--provider',
        'gcp',
        '--region',
        'us-central1',
      ),
    );
  });
  await test.step('a screen reader hears the figure once typing has paused', async () => {
    await page.getByLabel('Hours').fill('1');
    await expect(page.getByTestId('announcement')).toHaveText(/CO2 equivalent/);
  });
  await test.step('a cleaner place is one press away', async () => {
    const before = await headlineKg(page);
    await page
      .getByRole('button', { name: /^Move it there/ })
      .first()
      .click();
    expect(await headlineKg(page)).toBeLessThan(before);
    await expect(page.getByText('You are there already.').first()).toBeVisible();
  });
});

test('hours that are a bare number are read without the names of units in all languages', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { NumberFormat } = Intl;
    const units: string[] = [];
    Reflect.set(globalThis, 'units', units);
    Intl.NumberFormat = new Proxy(NumberFormat, {
      construct(target, [locale, options]) {
        if (options?.style === 'unit') units.push(locale);
        return new target(locale, options);
      },
    });
  });
  const units = () => page.evaluate<string[]>('globalThis.units');
  await openCalculator(page);
  await page.getByLabel('Hours', { exact: true }).fill('50');
  await expect(page.getByTestId('headline')).toContainText('94.9');
  expect(await units()).toEqual([]);
  await page.getByLabel('Hours', { exact: true }).fill('2 Tage');
  await expect(page.locator('.sentence')).toContainText('= 48 hours');
  expect(await units()).toContain('de');
});

test('the paper’s main path gives the number of command and library to the last bit', async ({
  page,
}) => {
  await openCalculator(page);
  await choose(page, 'Hardware', 'Tesla V100-SXM2-16GB');
  await page.getByLabel('Number of chips').fill('8');
  await page.getByLabel('Hours').fill('4d3h');
  await page.getByLabel('Provider').selectOption({ label: 'AWS' });
  await choose(page, 'Region', 'us-west-2');
  const flags = ['--count', '8', '--hours', '4d3h', '--provider', 'aws', '--region', 'us-west-2'];
  expect(await headlineKg(page)).toBe(commandKg('--accelerator', 'Tesla V100-SXM2-16GB', ...flags));
  await expect(page.getByRole('heading', { name: 'Receipt' })).toBeVisible();
  await expect(page.getByText('km driven by an average passenger car')).toBeVisible();
});

test('the paper’s edition and method reproduce the paper', async ({ page }) => {
  await openCalculator(page);
  await more(page, 'Which method and data?');
  await page.getByLabel('Edition of the data').selectOption('2019-paper');
  await page.getByLabel('Method').selectOption('lacoste-2019');
  await page.getByLabel('Number of chips').fill('1');
  await choose(page, 'Hardware', 'Tesla V100');
  await choose(page, 'Region', 'northamerica-northeast1');
  expect(await headlineKg(page)).toBeCloseTo(0.6, 12);
});

test('private infrastructure: own intensity and own offset, beside', async ({ page }) => {
  await openCalculator(page);
  await page.getByLabel('Provider').selectOption({ label: 'my machines, g/kWh known' });
  await page.getByLabel('Carbon intensity of your electricity').fill('35');
  await page.getByLabel('Share that you offset').fill('50');
  const flags = ['--hours', '100', '--carbon-intensity', '35', '--offset', '50%'];
  expect(await headlineKg(page)).toBe(
    commandKg('--accelerator', '8xNVIDIA A100 SXM4 80GB', ...flags),
  );
  await expect(page.getByText('You offset 50 % of this.')).toBeVisible();
  await page.getByLabel('Carbon intensity of your electricity').fill('0');
  expect(await headlineKg(page)).toBe(0);
});

test('a past year fetches its figures and gives the number of the command', async ({ page }) => {
  await openCalculator(page);
  await more(page, 'When, how often, how long idle?');
  await page.getByLabel('Year of the run').fill('2022');
  const flags = [
    '--hours',
    '100',
    '--provider',
    'gcp',
    '--region',
    'us-central1',
    '--year',
    '2022',
  ];
  const expected = commandKg('--accelerator', '8xNVIDIA A100 SXM4 80GB', ...flags);
  await expect.poll(() => headlineKg(page)).toBe(expected);
});

test('a wrong value keeps the last good figure and is explained at its field', async ({ page }) => {
  await openCalculator(page);
  const before = await headlineKg(page);
  for (const wrong of ['-1', '0', '1,5', '', 'NaN', '1e308', '<b>']) {
    await page.getByLabel('Number of chips').fill(wrong);
    await page.getByLabel('Number of chips').blur();
    await expect(page.getByLabel('Number of chips')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel('Number of chips')).toHaveValue(wrong);
    await expect(page.locator('.problem')).toHaveCount(1);
    expect(await headlineKg(page)).toBe(before);
  }
  await page.getByLabel('Number of chips').fill('16');
  await expect(page.locator('.problem')).toHaveCount(0);
  expect(await headlineKg(page)).toBe(2 * before);
});

test('what was typed is there after a reload, and broken storage does no harm', async ({
  page,
}) => {
  await openCalculator(page);
  await page.getByLabel('Hours').fill('77');
  await page.reload();
  await expect(page.getByLabel('Hours')).toHaveValue('77');
  await besidePage(page);
  await page.evaluate(() => {
    sessionStorage.clear();
    localStorage.setItem('ml-emissions.project.2', '17:{"runs":7,"x');
  });
  await page.goto('./');
  await expect(page.getByLabel('Hours')).toHaveValue('100');
});

test('the keyboard alone is enough', async ({ page }) => {
  await openCalculator(page);
  await page.getByLabel('Hours').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('2d');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Number of chips')).toBeFocused();
  await page.keyboard.type('4');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Hardware', exact: true })).toBeFocused();
  await page.keyboard.type('RTX 4090');
  await page.locator('.choices').getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  const flags = ['--hours', '2d', '--provider', 'gcp', '--region', 'us-central1'];
  expect(await headlineKg(page)).toBe(commandKg('--accelerator', '4xRTX 4090', ...flags));
});

test('nothing overflows and axe finds nothing, narrow and wide, light and dark', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await openCalculator(page);
  await more(page, 'How hard did the chips work?');
  await choose(page, 'Hardware', 'A100 SXM 64GB');
  await page.getByLabel('Number of chips').fill('-1');
  await expectSound(page, [320, 390, 1280]);
  await test.step('the largest figure fits a phone', async () => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.getByLabel('Number of chips').fill('99999999');
    await page.getByLabel('Hours').fill('9999999999');
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond).toBeLessThanOrEqual(0);
  });
});

test('the list of hardware, and a name that is ambiguous', async ({ page }) => {
  await openCalculator(page);
  await test.step('an open list is sound too, and what is chosen stands first in it', async () => {
    await page.getByRole('combobox', { name: 'Hardware', exact: true }).click();
    await expect(page.locator('.choices').getByRole('option').first()).toContainText(
      'NVIDIA A100 SXM4 80GB',
    );
    expect(await accessibilityFaults(page)).toEqual([]);
    const before = await headlineKg(page);
    await page.keyboard.press('Enter');
    expect(await headlineKg(page)).toBe(before);
  });
  await test.step('an ambiguous name is said to be so, with what it may be', async () => {
    const hardware = page.getByRole('combobox', { name: 'Hardware', exact: true });
    await hardware.fill('a100');
    await hardware.blur();
    await page.locator('.problem').getByRole('button', { name: 'NVIDIA A100 PCIe 40GB' }).click();
    await expect(hardware).toHaveValue('NVIDIA A100 PCIe 40GB');
    await expect(page.locator('.problem')).toHaveCount(0);
  });
});

test('an edition that is gone is a problem at its field, not a crash', async ({ page }) => {
  await openCalculator(page);
  await page.getByLabel('Hours').fill('50');
  await besidePage(page);
  await page.evaluate(() => {
    const key = 'ml-emissions.project.2';
    const [at, text = '{}'] = localStorage.getItem(key)?.split(/:(.*)/s) ?? [];
    const project = JSON.parse(text);
    project.runs[0].edition = '1999.1';
    sessionStorage.clear();
    localStorage.setItem(key, `${at}:${JSON.stringify(project)}`);
  });
  await openCalculator(page);
  await expect(page.locator('.problem')).toContainText('1999.1');
  await page.getByLabel('Edition of the data').selectOption('2019-paper');
  await expect(page.locator('.problem')).not.toContainText('1999.1');
});
