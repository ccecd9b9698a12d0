import { expectSound } from './axe.ts';
import { choose, expect, headlineKg, more, openCalculator, test } from './page.ts';

const KNOWN = 'my machines, g/kWh known';

test('0.432 g/kWh is asked about at its field, and 432 is one press away', async ({ page }) => {
  await openCalculator(page);
  await page.getByLabel('Provider').selectOption({ label: KNOWN });
  const intensity = page.getByLabel('Carbon intensity of your electricity');
  await intensity.fill('0.432');
  const question = page.locator('.question');
  await expect(question).toContainText('kg may be meant');
  const kg = await headlineKg(page);
  await question.getByRole('button', { name: 'Use 432 g CO2e/kWh' }).click();
  await expect(intensity).toHaveValue('432');
  await expect(question).toHaveCount(0);
  expect((await headlineKg(page)) / kg).toBeCloseTo(1000, 6);
  await intensity.fill('0');
  await expect(question).toHaveCount(0);
});

test('whatever the calculator doubts is asked at its field', async ({ page }) => {
  await openCalculator(page);
  await more(page, 'How hard did the chips work?');
  await page.getByLabel('Mean power of one chip, measured').fill('0.31');
  await expect(page.locator('.question')).toBeVisible();
  await page.getByRole('button', { name: 'Use 310 W' }).click();
  await expect(page.getByLabel('Mean power of one chip, measured')).toHaveValue('310');
});

test('one’s own electricity: where the figure is found, or the country instead', async ({
  page,
}) => {
  await openCalculator(page);
  await page.getByLabel('Provider').selectOption({ label: KNOWN });
  await page.getByText('Where do I find this figure?').click();
  await expect(page.getByRole('link', { name: 'EPA eGRID' })).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: 'take the figure of the country' }).click();
  await expect(page.getByRole('combobox', { name: 'Country or grid' })).toBeVisible();
});

test('what is asked for is asked at its own field, and red only once somebody was there', async ({
  page,
}) => {
  await openCalculator(page);
  const asked = page.locator('.sentence .asked');
  const red = page.locator('.problem, [aria-invalid="true"], .look');
  await page.getByLabel('Provider').selectOption({ label: KNOWN });
  await expect(asked).toHaveText('Enter the g CO2e/kWh of your electricity.');
  await page.getByLabel('Provider').selectOption({ label: 'a supercomputer or service' });
  await expect(asked).toHaveText('Choose a research computer or a service.');
  await page.getByLabel('Provider').selectOption('gcp');
  await more(page, 'What hardware is it, exactly?');
  const by = page.getByLabel('The hardware is told by');
  for (const [kind, text] of [
    ['own', ['Give your chip a name.', 'Enter the rated power of your chip in watts.']],
    ['instance', ['Choose the type of instance.']],
    ['slice', ['Enter a slice, such as v3-256.']],
    ['none', ['Choose a processor, such as EPYC 7742.']],
  ] as const) {
    await by.selectOption(kind);
    await expect(asked).toHaveText([...text]);
    await expect(red).toHaveCount(0);
  }
  await by.selectOption('listed');
  await page.getByRole('button', { name: 'Add another run' }).click();
  await expect(asked).toHaveCount(3);
  await expect(red).toHaveCount(0);
  await page.getByLabel('Hours').focus();
  await page.keyboard.press('Tab');
  await expect(page.locator('.sentence .problem')).toHaveText(
    'Enter the hours, such as 36 or 2d4h.',
  );
});

test('parts of countries by their short names; each is called what it is', async ({ page }) => {
  await openCalculator(page);
  await page.getByLabel('Provider').selectOption({ label: 'my own machines' });
  for (const [text, name] of [
    ['uk', 'United Kingdom'],
    ['ny', 'New York'],
    ['Ontario', 'Ontario'],
    ['bavaria', 'Germany'],
  ] as const) {
    await choose(page, 'Country or grid', text);
    await expect(page.getByRole('combobox', { name: 'Country or grid' })).toHaveValue(name);
  }
});
