import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { sampleLog } from '../../scripts/ledger-sample.ts';
import { expectSound } from './axe.ts';
import { test as base, expect } from './page.ts';

// The built command, as users have it.
const BIN = 'packages/cli/bin/ml-emissions.js';
const MAPPING = `defaults:
  place: { country: FR }
  pue: { value: 1.3, low: 1.2, high: 1.5 }
accelerators: { a100: A100 SXM4 80GB, h100: H100 SXM5 80GB }
`;
const run = promisify(execFile);

/** A ledger of 10,000 jobs that the command serves. */
interface Served {
  readonly origin: string;
  readonly token: string;
  /** What the command itself says, as JSON. */
  readonly told: (...args: readonly string[]) => Promise<Summed[]>;
  readonly folder: string;
}

interface Summed {
  readonly user: string;
  readonly jobs: number;
  readonly kgCo2e: { readonly value: number };
}

const test = base.extend<object, { served: Served }>({
  served: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'ledger-page-'));
      const at = ['--ledger', join(folder, 'jobs.duckdb')];
      const command = (...args: readonly string[]) =>
        run(process.execPath, [BIN, 'ledger', ...args, ...at], { maxBuffer: 10_000_000 });
      writeFileSync(join(folder, 'sacct.txt'), `${[...sampleLog(10_000)].join('\n')}\n`);
      writeFileSync(join(folder, 'mapping.yaml'), MAPPING);
      await command('import', join(folder, 'sacct.txt'), '--mapping', join(folder, 'mapping.yaml'));
      await command('price');
      const args = ['ledger', 'open', '--no-browser', '--port', '0', ...at];
      const child = spawn(process.execPath, [BIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
      const [line] = await once(child.stdout, 'data');
      const [, origin = '', token = ''] = /(http:\/\/\S+)\/ledger\/#(\S+)/.exec(String(line)) ?? [];
      const told = async (...asked: readonly string[]) =>
        JSON.parse((await command(...asked, '--json')).stdout);
      await use({ origin, token, told, folder });
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      expect(await ended).toEqual([0, null]);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ served }, use) => {
    await use(`${served.origin}/`);
  },
});

const total = (page: Page) => page.getByTestId('total');
const kgOf = async (page: Page) => Number(await total(page).getAttribute('data-kg'));

async function open(page: Page, { token }: Served, path = 'ledger/', query = ''): Promise<void> {
  await page.goto(`./${path}${query}#${token}`);
  await page.keyboard.press('Shift');
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
}

test('from the whole lab to the receipt of one job, and back', async ({ page, served }) => {
  // Many steps, beside the command that is asked the same.
  test.setTimeout(90_000);
  await open(page, served);
  const [all] = await served.told('summary');
  const users = await served.told('summary', '--by', 'user');
  const groups = page.getByTestId('groups');
  await test.step('the total is that of the command, with its range and what was measured', async () => {
    await expect(total(page)).toContainText('3.36');
    expect((await kgOf(page)) / (all?.kgCo2e.value ?? 0)).toBeCloseTo(1, 9);
    await expect(page.getByText(/between 1\.68\st and 6\.72\st/)).toBeVisible();
    await expect(page.getByText(/^0\s% of the energy was measured/)).toBeVisible();
    await expect(groups.getByRole('listitem')).toHaveCount(users.length);
  });
  const [first] = users;
  await test.step('a group leads to its jobs, and the address holds it', async () => {
    await groups.getByRole('link', { name: `${first?.user}: show its jobs alone` }).click();
    await expect(page).toHaveURL(new RegExp(`\\?user=${first?.user}#`));
    await expect.poll(() => kgOf(page)).toBeCloseTo(first?.kgCo2e.value ?? 0, 6);
    await expect(page.getByLabel('By', { exact: true })).toHaveValue('project');
  });
  await test.step('two keys at once', async () => {
    await page.getByLabel('and by').selectOption('accelerator');
    await expect(groups.getByRole('listitem')).toHaveCount(6);
    await groups.getByRole('link', { name: /vision, NVIDIA A100/ }).click();
    await expect(page).toHaveURL(/user=\w+&project=vision&accelerator=nvidia-a100/);
    await expect(groups.getByRole('listitem').first()).toContainText(/completed/);
  });
  await test.step('the receipt of a job ends in the figure of the job', async () => {
    // The list of before stands until that of these jobs is there.
    await expect(page.getByRole('row').nth(1)).toContainText('A100');
    const job = page.getByRole('link', { name: /^Receipt of job/ }).first();
    const name = await job.textContent();
    await job.click();
    await expect(page.getByRole('heading', { name: `Job ${name}` })).toBeFocused();
    const figure = page.getByTestId('job-total');
    const [receipt, ledger] = await Promise.all(
      ['data-kg', 'data-ledger-kg'].map((one) => figure.getAttribute(one)),
    );
    expect(Number(receipt) / Number(ledger)).toBeCloseTo(1, 9);
    const sum = page.locator('li', { hasText: 'Operational emissions' }).first();
    await expect(sum).toContainText((await figure.locator('strong').textContent()) ?? '');
    const link = page.getByRole('link', { name: 'Open this run in the calculator' });
    await expect(link).toHaveAttribute('href', /#1\.[\w-]+$/);
  });
  await test.step('the back button undoes each step', async () => {
    await page.goBack();
    await expect(page).toHaveURL(/accelerator=nvidia-a100/);
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await expect(page).not.toHaveURL(/user=/);
    await expect.poll(() => kgOf(page)).toBeCloseTo(all?.kgCo2e.value ?? 0, 6);
  });
  await test.step('a filter is taken away, and another language keeps the ledger', async () => {
    await page.goForward();
    await page.getByRole('link', { name: /^User \w+: show all again/ }).click();
    await expect(page).not.toHaveURL(/user=/);
    await page.getByRole('link', { name: 'Français' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await expect(total(page)).toContainText('3,36');
    await expect(page.getByText(/entre 1,68\st et 6,72\st/)).toBeVisible();
  });
});

test('the job opens in the calculator with the same figure', async ({ page, served }) => {
  await open(page, served, 'ledger/', '?user=bo');
  await page
    .getByRole('link', { name: /^Receipt of job/ })
    .first()
    .click();
  const kg = Number(await page.getByTestId('job-total').getAttribute('data-kg'));
  await page.getByRole('link', { name: 'Open this run in the calculator' }).click();
  await expect(page.getByTestId('headline')).toBeVisible();
  await expect
    .poll(async () => Number(await page.getByTestId('headline').getAttribute('data-kg')))
    .toBeCloseTo(kg, 9);
});

test('pictures by keyboard, as tables, in energy, and as files', async ({ page, served }) => {
  await open(page, served);
  await test.step('days: the arrow keys say each, Enter shows its jobs', async () => {
    const days = page.getByRole('slider', { name: /^Days/ });
    await days.scrollIntoViewIfNeeded();
    await days.focus();
    await page.keyboard.press('Home');
    await expect(days).toHaveAttribute('aria-valuetext', /^1 January 2025: .* jobs$/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect(days).toHaveAttribute('aria-valuetext', /^9 January 2025/);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/day=2025-01-09/);
    await expect(page.getByRole('link', { name: /^Day 9 January 2025: show all/ })).toBeVisible();
    await page.goBack();
  });
  await test.step('hours of the week, and lost work', async () => {
    const hours = page.getByRole('slider', { name: /^Hours of the week/ });
    await hours.scrollIntoViewIfNeeded();
    await hours.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await expect(hours).toHaveAttribute('aria-valuetext', /^Tuesday, 00:00: /);
    const lost = page.getByRole('slider', { name: /^Lost work/ });
    await lost.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/state=[\w-]+&user=\w+/);
    await page.goBack();
  });
  await test.step('each picture is a table too', async () => {
    const figure = page.getByRole('figure', { name: /went to jobs whose work was lost/ });
    await figure.getByRole('button', { name: 'Table' }).click();
    await expect(figure.getByRole('row')).toHaveCount(4 * 8 + 1);
  });
  await test.step('in energy', async () => {
    await page.getByRole('button', { name: 'Energy', exact: true }).click();
    await expect(page).toHaveURL(/measure=energyKwh/);
    await expect(total(page)).toContainText('108');
    await expect(total(page)).toContainText('MWh');
  });
  await test.step('what is shown as a file, with the sums of the command', async () => {
    for (const [format, first] of [
      ['CSV', /^user,jobs,deviceHours,/],
      ['JSON', /^\{"by":\["user"\],"groups":8,/],
      ['NDJSON', /^\{"user":"bo","jobs":/],
    ] as const) {
      const waiting = page.waitForEvent('download');
      await page.getByRole('button', { name: `ledger-user as ${format}`, exact: true }).click();
      const file = await waiting;
      expect(file.suggestedFilename()).toBe(`ledger-user.${format.toLowerCase()}`);
      expect(readFileSync(await file.path(), 'utf8')).toMatch(first);
    }
  });
});

test('no job fits, a job that is not there, an address of before', async ({ page, served }) => {
  await open(page, served, 'ledger/', '?user=nobody');
  await expect(page.getByText('No job fits all of this.').first()).toBeVisible();
  const { token } = served;
  // The browser itself writes an answer that is none to its console.
  page.removeAllListeners('console');
  await page.goto(`./ledger/?job=7#${token}`);
  await expect(page.getByRole('alert')).toContainText('no priced job of this key');
  await page.goto('./about/');
  await page.goto(`./ledger/#${token.split('').reverse().join('')}`);
  await expect(page.getByRole('alert')).toContainText('has been closed');
  await expect(page.getByText('npx ml-emissions ledger open')).toBeVisible();
});

for (const path of ['ledger/', 'fr/ledger/']) {
  test(`${path} is sound, narrow and wide, light and dark`, async ({ page, served }) => {
    await open(page, served, path);
    await page.evaluate(async () => {
      for (let y = 0; y < document.body.scrollHeight; y += 500) {
        scrollTo(0, y);
        await new Promise((done) => setTimeout(done, 100));
      }
    });
    await page.waitForLoadState('networkidle');
    await expect(page.locator('.chart svg')).toHaveCount(3);
    await expectSound(page, [390, 1280]);
    await page.locator('th a').first().click();
    await expect(page.getByTestId('job-total')).toBeVisible();
    await expectSound(page, [390, 1280]);
  });
}

base('where no ledger is open the page says how, and shows a sample', async ({ page }) => {
  await page.goto('./');
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: 'Ledger' })
    .click();
  await page.keyboard.press('Shift');
  await expect(page.getByText('npx ml-emissions ledger open')).toBeVisible();
  await expect(total(page)).toContainText('3.36');
  // On which grid it stands.
  await expect(page.getByText('all on the grid of France')).toBeVisible();
  await expect(page.getByText('31 g CO2e/kWh on average')).toBeVisible();
  await page.getByLabel('By', { exact: true }).selectOption('accelerator');
  await expect(page.getByTestId('groups')).toContainText('NVIDIA H100 SXM5 80GB');
  await expect(page.getByTestId('groups').getByRole('link')).toHaveCount(0);
  await page.getByRole('heading', { name: 'Lost work' }).scrollIntoViewIfNeeded();
  await expect(page.locator('.chart svg')).toHaveCount(3);
  await expectSound(page, [390, 1280]);
});

base('the printed page has the figures and no controls', async ({ page }) => {
  await page.goto('./ledger/');
  await page.keyboard.press('Shift');
  await expect(total(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(total(page)).toBeVisible();
  await expect(page.getByRole('combobox')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Energy' })).toBeHidden();
});
