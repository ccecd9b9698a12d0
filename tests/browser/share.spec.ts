import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { awaken, expect, headlineKg, more, openCalculator, test } from './page.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a link holds the whole project and opens to the same digits elsewhere', async ({
  page,
  browser,
  baseURL,
}) => {
  await openCalculator(page);
  await more(page, 'What hardware is it, exactly?');
  await page.getByLabel('The hardware is told by').selectOption('own');
  await page.getByLabel('Name of your chip').fill('Ours <b>&é');
  await page.getByLabel('Rated power of one chip').fill('200..250..300');
  await page.getByRole('button', { name: 'Duplicate this run' }).click();
  await page.getByLabel('Provider').selectOption({ label: 'my machines, g/kWh known' });
  await page.getByLabel('Carbon intensity of your electricity').fill('33.3');
  const kg = await headlineKg(page);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByTestId('share-said')).toContainText('copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('#1.');
  const elsewhere = await (await browser.newContext(baseURL ? { baseURL } : {})).newPage();
  await elsewhere.goto(link);
  await expect(elsewhere.getByTestId('share-said')).toContainText('Opened from the link');
  expect(await headlineKg(elsewhere)).toBe(kg);
  await elsewhere.reload();
  await awaken(elsewhere);
  expect(await headlineKg(elsewhere)).toBe(kg);
  await elsewhere.context().close();
});

test('what cannot be opened changes nothing', async ({ page }) => {
  await openCalculator(page);
  await test.step('a link that is cut off or of another version is said to be so, and nothing is lost', async () => {
    await page.getByLabel('Hours').fill('77');
    for (const [hash, words] of [
      ['#1.abc', 'cannot be read'],
      ['#9.abc', 'another version'],
      ['#1.', 'cannot be read'],
    ] as const) {
      await page.evaluate((one) => {
        location.hash = one;
      }, hash);
      await expect(page.getByTestId('share-said')).toContainText(words);
      await expect(page.getByLabel('Hours')).toHaveValue('77');
    }
  });
  await test.step('a broken file is explained and changes nothing; a report opens its run', async () => {
    await page.getByLabel('Hours').fill('77');
    await page.waitForTimeout(600);
    const chooser = page.locator('input[type=file]');
    for (const [name, text, words] of [
      ['a.json', '{"hours": 7,', 'neither JSON nor YAML'],
      ['b.yaml', 'hours: [1', 'neither JSON nor YAML'],
      ['c.json', '[1, 2]', 'holds no run'],
      ['d.yaml', 'hello', 'holds no run'],
      ['e.json', `"${'x'.repeat(1_000_001)}"`, 'larger than 1 MB'],
    ] as const) {
      await chooser.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
      await expect(page.getByTestId('share-said')).toContainText(words);
      await expect(page.getByLabel('Hours')).toHaveValue('77');
    }
    const written = ['report', 'examples/good/fine-tune.yaml', '--format', 'markdown'];
    const report = execFileSync('node', ['packages/cli/bin/ml-emissions.js', ...written]);
    await chooser.setInputFiles({ name: 'r.md', mimeType: 'text/plain', buffer: report });
    await expect(page.getByTestId('share-said')).toContainText('Opened r.md');
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect(page.getByLabel('Hours')).toHaveValue('77');
  });
});

test('a saved file opens again by choosing it, with what the form has no field for', async ({
  page,
}) => {
  await openCalculator(page);
  const chooser = page.locator('input[type=file]');
  const file = {
    name: 'run.yaml',
    mimeType: 'text/yaml',
    buffer: Buffer.from(
      'hardware:\n  - {accelerator: A100-SXM4-80GB, count: 4}\n  - {accelerator: T4, count: 2}\nhours: 5\nplace: {country: FR}\nmodel: {name: m}\n',
    ),
  };
  await chooser.setInputFiles(file);
  await expect(page.getByTestId('share-said')).toContainText('Opened run.yaml');
  const kg = await headlineKg(page);
  await page.getByText('More about this run').click();
  await expect(page.getByText('From the file, counted')).toBeVisible();
  const waiting = page.waitForEvent('download');
  await page.getByText('Save, open, print').click();
  await page.getByRole('button', { name: 'Save as file' }).click();
  const saved = readFileSync(await (await waiting).path(), 'utf8');
  expect(JSON.parse(saved)).toMatchObject({ hours: 5, model: { name: 'm' } });
  await page.getByRole('button', { name: 'Start over' }).click();
  await chooser.setInputFiles({
    name: 'a.json',
    mimeType: 'application/json',
    buffer: Buffer.from(saved),
  });
  await expect(page.getByTestId('share-said')).toContainText('Opened a.json');
  expect(await headlineKg(page)).toBe(kg);
});

test('the image card is saved as SVG and PNG', async ({ page }) => {
  await openCalculator(page);
  await page.getByText('Save, open, print').click();
  for (const [name, start] of [
    ['SVG image', '<svg'],
    ['PNG image', '\u0089PNG'],
  ] as const) {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    const bytes = readFileSync(await (await waiting).path());
    expect(bytes.subarray(0, 200).toString('latin1')).toContain(start);
  }
});
