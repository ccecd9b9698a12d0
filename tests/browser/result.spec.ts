import { accessibilityFaults } from './axe.ts';
import { expect, headlineKg, openCalculator, test } from './page.ts';

// What the headline counts, and what the sentence asks.

test('what is counted, and what is asked', async ({ page }) => {
  await openCalculator(page);
  await test.step('the headline counts electricity alone, or the making of the hardware with it, as it is chosen', async () => {
    const alone = await headlineKg(page);
    const choice = page.getByRole('group', { name: 'What the figure counts' });
    await choice.getByLabel(/with hardware/).check();
    const whole = await headlineKg(page);
    expect(whole).toBeGreaterThan(alone);
    await expect(page.locator('#result')).toContainText('electricity and making the hardware');
    // Another way of counting is no change of the run.
    await expect(page.getByTestId('before')).toHaveCount(0);
    expect(await accessibilityFaults(page)).toEqual([]);

    // It is how this browser likes it, also after a reload.
    await page.reload();
    await expect.poll(() => headlineKg(page)).toBe(whole);
    await choice.getByLabel(/electricity/).check();
    expect(await headlineKg(page)).toBe(alone);
  });
  await test.step('the sentence asks for the kind of work, which narrows the range', async () => {
    const range = async () => (await page.locator('#result .lead').textContent()) ?? '';
    const before = await range();
    await page.locator('.sentence').getByLabel('Kind of work').selectOption('a language model');
    await expect.poll(range).not.toBe(before);
    await page.getByLabel('What you did or will do').selectOption('I will train');
    await expect(page.locator('.sentence').getByLabel('Kind of work')).toHaveValue('llm-training');
    await page.getByLabel('What you did or will do').selectOption('I serve');
    await expect(page.locator('.sentence').getByLabel('Kind of work')).toHaveCount(0);
  });
});

test('what the result is as much as has its factors and its source at the spot', async ({
  page,
}) => {
  await openCalculator(page);
  await page.getByText('What one of each is, and where that comes from').click();
  await expect(page.getByText('1 km by car emits 0.2473 kg CO2e.')).toBeVisible();
  const source = page.getByRole('link', { name: /^US EPA, Greenhouse Gas Equivalencies/ });
  await expect(source.last()).toHaveAttribute('href', /^https:\/\/www\.epa\.gov\//);
  await page.goto('./fr/learn/#co2e');
  await expect(page.getByText('1 km en voiture émet 0,2473 kg CO2e.')).toBeVisible();
});
