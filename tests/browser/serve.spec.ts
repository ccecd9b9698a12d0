import { accessibilityFaults } from './axe.ts';
import { awaken, expect, headlineKg, openCalculator, test } from './page.ts';

// A model in use: its energy follows from what it answers.

test('requests a day instead of hours: what one takes, and a year of them', async ({ page }) => {
  await openCalculator(page);
  await page.getByLabel('What you did or will do').selectOption('I serve');
  const sentence = page.locator('.sentence');
  await expect(page.getByLabel('Hours', { exact: true })).toHaveCount(0);
  const requests = sentence.getByLabel('Requests answered');
  await expect(requests).toHaveAttribute('aria-describedby', /problem/);
  await sentence.getByLabel('Parameters of the model', { exact: true }).fill('7B');
  await requests.fill('1M');
  await sentence.getByLabel('Tokens written for a request').fill('300');
  const served = page.getByTestId('served');
  await expect(served).toContainText(
    /A year of 365M requests\. Each request takes .*Wh and emits .*CO2e/,
  );
  const year = await headlineKg(page);
  // What nobody told stands beside the figure, as what is usual.
  const tokens = sentence.getByLabel('Tokens written for a request');
  await expect(served).toContainText(
    'usual is taken: tokens read for a request ≈\u00a0500; requests',
  );
  await tokens.fill('');
  await expect(served).toContainText('tokens written for a request ≈\u00a0400');
  await tokens.fill('300');
  await expect(served).not.toContainText('≈\u00a0400');
  expect(await accessibilityFaults(page)).toEqual([]);

  // What led to a run is no question here, and an empty one is not asked.
  await page.getByText('More about this run').click();
  await expect(page.locator('details.group', { hasText: 'What led to it' })).toHaveCount(0);

  // Twice the requests are twice the emissions; in all is no year.
  await requests.fill('2M');
  await expect(served).toContainText('730M requests');
  expect((await headlineKg(page)) / year).toBeCloseTo(2, 6);
  await requests.fill('1M');
  await sentence.getByLabel('How often').selectOption('in all');
  await expect(served).toContainText('1M requests in all');
  expect((await headlineKg(page)) * 365).toBeCloseTo(year, 3);

  // The link says the same.
  await page.reload();
  await awaken(page);
  await expect(requests).toHaveValue('1M');
  await expect(sentence.getByLabel('How often')).toHaveValue('total');
  await expect(served).toContainText('1M requests in all');

  // How many at a time makes it surer.
  const range = async () => (await page.locator('#result .lead').textContent()) ?? '';
  const before = await range();
  await page.getByText('More about this run').click();
  await page.getByText('In use: how does it answer?').click();
  await page.getByLabel('Requests at a time').fill('32');
  await expect.poll(range).not.toBe(before);

  // Images have a size and no tokens.
  await sentence.getByLabel('What it is counted by').selectOption('images');
  await expect(sentence.getByLabel('Tokens written for a request')).toHaveCount(0);
  await expect(page.getByLabel('Steps of diffusion')).toBeVisible();
  await expect(page.getByLabel('Requests at a time')).toHaveCount(0);
  await sentence.getByLabel('Images made').fill('10,000');
  await expect(served).toContainText('10K images in all');
});

test('training and use of one project: what each weighs, and when use outweighs training', async ({
  page,
}) => {
  const project = {
    schemaVersion: 1,
    name: 'a model and its use',
    defaults: { place: { country: 'FR' } },
    runs: [
      {
        phase: 'training',
        model: { parameters: 7e9, tokens: 2e12 },
        hardware: [{ accelerator: 'A100 SXM4 80GB', count: 512 }],
      },
      {
        phase: 'inference',
        model: { parameters: 7e9 },
        service: { requests: 1e6, per: 'day', outputTokensPerRequest: 300 },
        hardware: [{ accelerator: 'L4' }],
      },
    ],
  };
  await openCalculator(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByText('Save, open, print').click();
  await page.getByRole('button', { name: 'Open a file' }).click();
  await (await chooser).setFiles({
    name: 'use.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(project)),
  });
  const served = page.getByTestId('served');
  await expect(served).toContainText(/After .* requests .*use has emitted more than training/);
  await expect(served.getByRole('listitem')).toHaveCount(2);
  await expect(served).toContainText(/training adds .* to each request/);
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('Act computes what a service may do otherwise, and does it', async ({ page }) => {
  await openCalculator(page);
  await page.getByRole('link', { name: 'Act', exact: true }).click();
  await awaken(page);
  // Of a training there is nothing to serve.
  await expect(page.locator('#search')).toBeVisible();
  await expect(page.locator('#serve')).toHaveCount(0);
  await page.getByRole('link', { name: 'Calculate', exact: true }).click();
  await page.getByLabel('What you did or will do').selectOption('I serve');
  const sentence = page.locator('.sentence');
  await sentence.getByLabel('Parameters of the model', { exact: true }).fill('70B');
  await sentence.getByLabel('Requests answered').fill('1M');
  await sentence.getByLabel('Tokens written for a request').fill('300');
  await expect(page.getByTestId('served')).toContainText('A year of 365M requests');
  const before = await headlineKg(page);
  await page.getByRole('link', { name: 'Act', exact: true }).click();
  await awaken(page);
  const serve = page.locator('#serve');
  await serve.scrollIntoViewIfNeeded();
  const rows = serve.locator('.bar-rows').getByRole('listitem');
  await expect(rows).toHaveCount(5);
  for (const at of [1, 2, 3, 4]) await expect(rows.nth(at)).toContainText(/less/);
  expect(await accessibilityFaults(page)).toEqual([]);
  await serve.getByRole('button', { name: 'Use: answers half as long' }).click();
  await page.getByRole('link', { name: 'Calculate', exact: true }).click();
  await expect(sentence.getByLabel('Tokens written for a request')).toHaveValue('150');
  expect(await headlineKg(page)).toBeLessThan(before);
});
