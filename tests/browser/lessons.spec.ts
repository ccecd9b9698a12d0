import { expectSound } from './axe.ts';
import { awaken, expect, test } from './page.ts';

const LESSONS = ['gases', 'world', 'offsets', 'clean'];

test('a question comes before its picture, and a guess opens it', async ({ page }) => {
  await page.goto('./learn/');
  await awaken(page);
  const gases = page.locator('#gases');
  await gases.scrollIntoViewIfNeeded();
  const question = gases.getByRole('group', { name: /one kilogram of methane/ });
  await expect(question).toBeVisible();
  await expect(gases.getByRole('figure')).toHaveCount(0);
  await expect(gases).not.toContainText('27.9');
  await test.step('by the keyboard', async () => {
    await question.getByRole('button', { name: 'about 5 kg' }).focus();
    await page.keyboard.press('Enter');
    await expect(question.getByRole('status')).toContainText(
      'Your guess: about 5 kg. Right: about 30 kg. 27.9 kg',
    );
    await expect(question.getByRole('button', { name: 'about 5 kg' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expect(gases.getByRole('figure')).toContainText('1 kg of CH4, methane');
  });
  await test.step('kilograms of a gas become CO2e, and a wrong mass is told at its field', async () => {
    await gases
      .getByLabel('Gas', { exact: true })
      .selectOption({ label: 'SF6, sulphur hexafluoride' });
    await gases.getByLabel('Mass of the gas').fill('2');
    await expect(gases.getByRole('listitem').nth(1)).toContainText(
      /AR6, 100 years\s*50\.4\st CO2e/,
    );
    await gases.getByLabel('Mass of the gas').fill('-1');
    await expect(gases.getByText('Give kilograms above 0.')).toBeVisible();
  });
  await test.step('the table has every gas', async () => {
    await gases.getByRole('button', { name: 'Table' }).click();
    await expect(gases.getByRole('row')).toHaveCount(7);
    await expect(gases.getByRole('row', { name: /N2O/ })).toContainText('273');
  });
});

test('a guess is told to be right or wrong, of what the picture shows', async ({ page }) => {
  await page.goto('./fr/learn/');
  await awaken(page);
  const space = page.locator('#space');
  await space.scrollIntoViewIfNeeded();
  await space.getByRole('button', { name: 'environ 5 fois' }).click();
  const said = space.getByRole('status');
  await expect(said).toContainText('Votre réponse : environ 5 fois. Bonne réponse : plus de 20');
  const [, low, high] =
    /De ([\d,]+) g.*à ([\d,]+)/.exec((await space.locator('.title').last().textContent()) ?? '') ??
    [];
  const times = Number(high?.replace(',', '.')) / Number(low?.replace(',', '.'));
  await expect(said).toContainText(`Environ ${Number(times.toPrecision(2))} fois.`);
  await expect(space.locator('.choice.right')).toHaveText('plus de 20 fois');
  await space.getByRole('button', { name: 'plus de 20 fois' }).click();
  await expect(said).toContainText('plus de 20 fois. C’est juste.');
  await test.step('a question on the run in hand too', async () => {
    const embodied = page.locator('#embodied');
    await embodied.getByRole('button', { name: '5 à 20 %' }).click();
    await expect(embodied.locator('.choice.right')).toHaveCount(1);
  });
});

test('who does not want to guess is not kept: one answer, or all', async ({ page }) => {
  await page.goto('./learn/');
  await awaken(page);
  const market = page.locator('#market');
  await market.getByRole('button', { name: 'Show it without a guess' }).press('Enter');
  await expect(market.getByRole('figure')).toBeVisible();
  await expect(market.getByRole('status')).toBeFocused();
  await expect(page.locator('#embodied figure')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show every answer without guessing' }).click();
  await expect(page.locator('#embodied figure')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show it without a guess' })).toHaveCount(0);
  await test.step('a guess is kept in the page alone', async () => {
    await page.reload();
    await awaken(page);
    await expect(page.locator('#embodied figure')).toHaveCount(0);
  });
});

test('where machine learning stands, what offsets do, and what changes what the grid emits', async ({
  page,
}) => {
  await page.goto('./learn/');
  await awaken(page);
  await page.getByRole('button', { name: 'Show every answer without guessing' }).click();
  const world = page.locator('#world');
  await world.scrollIntoViewIfNeeded();
  const pictures = world.getByRole('figure');
  await expect(pictures.first()).toContainText('57.1 Gt CO2e');
  await expect(pictures.first().getByRole('listitem').last()).toContainText(
    /machine learning as a whole\s*not known/,
  );
  await expect(pictures.nth(1)).toContainText('Supplying energy is 34 % of what');
  await expect(pictures.nth(2)).toContainText('about 8 times as much as one in Africa');
  await expect(world.getByRole('status')).toContainText('1.34 % of what was generated');
  await test.step('sources of these alone are known to the page', async () => {
    await world.getByText('4 sources').click();
    for (const name of ['UNEP', 'IEA', 'Gartner', 'Ember']) {
      await expect(world.getByRole('link', { name: new RegExp(name) })).toBeVisible();
    }
  });
  const offsets = page.locator('#offsets');
  await offsets.scrollIntoViewIfNeeded();
  await expect(offsets).toContainText('Fewer than 16 of 100');
  await expect(offsets.getByRole('link', { name: /Probst/ }).first()).toBeVisible();
  await expect(offsets.getByText('no reduction that could be told from chance')).toHaveCount(2);
  await test.step('four times the sun still leaves the nights', async () => {
    const sun = offsets.getByRole('slider');
    await expect(offsets).toContainText('100 % matched over the day, 44.9 % matched hour by hour');
    await sun.fill('400');
    await expect(offsets).toContainText(/100\s% matched over the day, 4\d(\.\d)?\s% matched hour/);
    await sun.fill('20');
    await expect(offsets).toContainText('20 % matched over the day, 20 % matched hour by hour');
  });
  await test.step('certificates leave the location-based figure as it is', async () => {
    const rows = page.locator('#clean').getByRole('figure').getByRole('listitem');
    const kg = async (index: number) =>
      /([\d.,]+\s\S+) CO2e/.exec((await rows.nth(index).textContent()) ?? '')?.[1];
    await expect(rows.first()).toContainText('as it is');
    await expect(rows.nth(1)).toContainText('certificates');
    expect(await kg(1)).toBe(await kg(0));
    expect(await kg(4)).not.toBe(await kg(0));
  });
});

for (const [path, all] of [
  ['./learn/', 'Show every answer without guessing'],
  ['./fr/learn/', 'Montrer toutes les réponses sans deviner'],
] as const) {
  test(`lessons: nothing overflows and axe finds nothing, asked and answered, ${path}`, async ({
    page,
  }) => {
    await page.goto(path);
    await awaken(page);
    for (const id of LESSONS) await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await expect(page.locator('#gases .guess')).toBeVisible();
    await expectSound(page);
    await page.getByRole('button', { name: all }).click();
    for (const id of LESSONS) {
      await page.locator(`#${id}`).scrollIntoViewIfNeeded();
      await expect(page.locator(`#${id} figure`).first()).toBeVisible();
    }
    await expect(page.locator('main')).not.toContainText(/NaN|undefined|null/);
    await expectSound(page);
  });
}

for (const [path, title] of [
  ['./learn/sheet/', 'What does a training run emit? A sheet for a class'],
  ['./fr/learn/sheet/', 'Qu’émet un entraînement ? Une fiche pour la classe'],
] as const) {
  test(`the sheet for a class is two pages of A4: ${path}`, async ({ page }) => {
    await page.goto(path);
    await awaken(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.locator('.leaf').first().getByRole('listitem')).toHaveCount(8);
    await expect(page.locator('.leaf').last().locator('ol > li')).toHaveCount(8);
    await expect(page.locator('main')).not.toContainText(/NaN|undefined|null/);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
    await expectSound(page);
    await test.step('the columns of questions are apart, and Learn is the page that it belongs to', async () => {
      const gap = await page
        .locator('.leaf')
        .first()
        .locator('ol')
        .evaluate((list) => getComputedStyle(list).columnGap);
      expect(Number.parseFloat(gap)).toBeGreaterThan(32);
      await expect(page.locator('header [aria-current]')).toHaveText(/Learn|Comprendre/);
    });
    await test.step('answers are on the second', async () => {
      await page.emulateMedia({ media: 'print' });
      const breaks = await page
        .locator('.leaf')
        .evaluateAll((all) => all.map((leaf) => getComputedStyle(leaf).breakBefore));
      expect(breaks).toEqual(['auto', 'page']);
      await expect(page.getByRole('button')).toHaveCount(0);
    });
  });
}

test('the Learn page leads to the sheet, and the sheet to its other language', async ({ page }) => {
  await page.goto('./learn/');
  await awaken(page);
  await page.getByRole('link', { name: 'A sheet for a class, on two pages' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('A sheet for a class');
  await page.locator('main').getByRole('link', { name: 'Français' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Une fiche');
});
