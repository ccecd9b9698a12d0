import { accessibilityFaults } from './axe.ts';
import { awaken, expect, headlineKg, more, openCalculator, test } from './page.ts';

// A training that has not been: its time follows from what there is to do.

test('parameters and tokens instead of hours plan a run', async ({ page }) => {
  await openCalculator(page);
  const before = await headlineKg(page);
  await page.getByText('More about this run').click();
  await page.getByText('Which model? And if it has not run yet').click();
  await page.getByLabel('Parameters of the model', { exact: true }).fill('7B');
  await page.getByLabel('Tokens it will be trained on').fill('20B');
  await page.getByLabel('Hours', { exact: true }).fill('');
  const planned = page.getByTestId('planned');
  await expect(planned).toContainText(
    /^Planned, not run yet: [\d,]+ h(?:, [\d,.]+ days)? \(between [\d,]+ and [\d,]+\sh\)\.$/,
  );
  await expect(page.locator('.sentence .problem')).toHaveCount(0);
  expect(await headlineKg(page)).not.toBe(before);
  expect(await accessibilityFaults(page)).toEqual([]);

  // A trial run settles the speed.
  const usual = await planned.textContent();
  await page.getByLabel('Tokens a second on one chip').fill('500');
  await expect(planned).not.toHaveText(usual ?? '');

  // The link plans it again.
  await page.reload();
  await expect(planned).toContainText('Planned, not run yet');

  // Hours win: then it is no plan.
  await page.getByLabel('What you did or will do').selectOption('I trained');
  await page.getByLabel('Hours', { exact: true }).fill('10');
  await expect(page.getByText('plans a run that has no time yet').first()).toBeVisible();
});

test('the sentence asks first whether it has run', async ({ page }) => {
  await openCalculator(page);
  const before = await headlineKg(page);
  const verb = page.getByLabel('What you did or will do');
  await verb.selectOption('I will train');
  const sentence = page.locator('.sentence');
  await expect(page.getByLabel('Hours', { exact: true })).toHaveCount(0);
  await expect(sentence.getByRole('alert')).toHaveCount(0);
  const parameters = sentence.getByLabel('Parameters of the model', { exact: true });
  const tokens = sentence.getByLabel('Tokens it will be trained on');
  await expect(tokens).toHaveAttribute('aria-describedby', /problem/);
  await parameters.fill('7B');
  await tokens.fill('20B');
  await expect(page.getByTestId('planned')).toContainText('Planned, not run yet');
  expect(await headlineKg(page)).not.toBe(before);
  expect(await accessibilityFaults(page)).toEqual([]);

  // The link says so too.
  await page.reload();
  await awaken(page);
  await expect(verb).toHaveValue('plan');
  await expect(parameters).toHaveValue('7B');

  // What was typed is there when it is asked for again.
  await verb.selectOption('I trained');
  await page.getByLabel('Hours', { exact: true }).fill('100');
  await expect(page.getByTestId('planned')).toHaveCount(0);
  expect(await headlineKg(page)).toBe(before);
});

test('publish says which forms take a plan', async ({ page }) => {
  await openCalculator(page);
  await page.getByText('More about this run').click();
  await page.getByText('Which model? And if it has not run yet').click();
  await page.getByLabel('Parameters of the model', { exact: true }).fill('7B');
  await page.getByLabel('Tokens it will be trained on').fill('20B');
  await page.getByLabel('Hours', { exact: true }).fill('');
  await expect(page.getByTestId('planned')).toBeVisible();
  await page.getByRole('link', { name: 'Publish' }).click();
  await awaken(page);
  await expect(page.getByTestId('source')).toHaveValue(/is planned on 8 [\s\S]*It has not run yet/);
  await page.getByLabel('Other form').selectOption('codecarbon');
  await expect(page.getByText('the run is planned')).toBeVisible();
});

test('what led to a run is counted with it, in whole runs', async ({ page }) => {
  await openCalculator(page);
  const alone = await headlineKg(page);
  await more(page, 'What led to it');
  await page.getByLabel('Trials of a search before it').fill('40');
  await page.getByLabel('Share of the run that a trial took').fill('10%');
  await expect.poll(async () => (await headlineKg(page)) / alone).toBeCloseTo(5, 2);
  await page.getByLabel('Failed runs, in whole runs').fill('0.5');
  await expect.poll(async () => (await headlineKg(page)) / alone).toBeCloseTo(5.5, 2);
  await page.getByLabel('How the search spent its trials').selectOption('successive-halving');
  await expect.poll(async () => (await headlineKg(page)) / alone).toBeLessThan(2);
  expect(await accessibilityFaults(page)).toEqual([]);
  // A share of more than the whole is told at its field.
  await page.getByLabel('Share of the run that a trial took').fill('3');
  await page.getByLabel('Share of the run that a trial took').blur();
  await expect(
    page.locator('.problem', { hasText: 'at most 1, such as 0.4' }).first(),
  ).toBeVisible();
});
