import { accessibilityFaults } from './axe.ts';
import { expect, headlineKg, openCalculator, test } from './page.ts';

const ROWS = [
  'Run\tGPU\tGPUs\tTime (h)\tCountry\tPhase\tStart\tNotes',
  'small\tT4\t1\t10\tFrance\ttraining\t2026-01-03\twarm',
  'large\tH100 SXM5 80GB\t64\t20\tDE\ttraining\t2026-02-03\t',
  'middle\tH100 SXM5 80GB\t8\t20\tDE\tevaluation\t2026-02-04\t',
].join('\n');

test('rows that are pasted are runs, and a table of them sorts, filters and groups', async ({
  page,
}) => {
  await openCalculator(page);
  await page.getByText('Runs from a table').click();
  const rows = page.getByLabel('Rows with their first line');
  await rows.fill('colour\tsize\nred\t3');
  await page.getByRole('button', { name: 'Take the runs' }).click();
  await expect(page.getByRole('alert')).toContainText('The first line says: colour, size.');
  await rows.fill(ROWS);
  await page.getByRole('button', { name: 'Take the runs' }).click();
  await expect(page.getByTestId('share-said')).toContainText('3 runs are taken. Not read: Notes.');
  // They stand in place of the example.
  await expect(page.locator('.pick')).toHaveCount(3);
  const kg = await headlineKg(page);
  expect(kg).toBeGreaterThan(100);

  await test.step('the largest stands first, and the total is the headline', async () => {
    const table = page.getByRole('region', { name: '3 runs as a table' });
    await table.scrollIntoViewIfNeeded();
    const names = table.locator('tbody th[scope=row]');
    await expect(names).toHaveText(['large', 'middle', 'small']);
    await table.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(names).toHaveText(['large', 'middle', 'small']);
    await table.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(names).toHaveText(['small', 'middle', 'large']);
    const shown = await page.getByTestId('headline').textContent();
    const [amount = ''] = (shown ?? '').trim().split(/\s/);
    await expect(page.getByTestId('runs-total')).toContainText(amount);
  });

  await test.step('a phone shows the figure beside the name', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const total = page.getByTestId('runs-total');
    await total.scrollIntoViewIfNeeded();
    const box = await total.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  await test.step('together by hardware, and some alone', async () => {
    await page.getByLabel('Together by').selectOption('hardware');
    const groups = page.locator('.group th');
    await expect(groups).toHaveCount(2);
    await expect(groups.first()).toContainText('NVIDIA H100 SXM5 80GB');
    await expect(groups.first()).toContainText('2 runs');
    await page.getByLabel('Together by').selectOption('month');
    await expect(groups.first()).toContainText('2026-01');
    await page.getByLabel('Only runs with').fill('t4');
    await expect(page.locator('tbody th[scope=row]')).toHaveText(['small']);
    await page.getByLabel('Only runs with').fill('nobody');
    await expect(page.getByText('No run has that.')).toBeVisible();
    await page.getByLabel('Only runs with').fill('');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  await test.step('a line leads to its run, and undo takes the table back', async () => {
    await page.getByRole('button', { name: 'Go to small' }).click();
    await expect(page.locator('.active input')).toHaveValue('small');
    await expect(page.locator('.active input')).toBeFocused();
    for (let step = 0; step < 3 && (await page.locator('.pick').count()) > 0; step += 1)
      await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await expect(page.locator('.pick')).toHaveCount(0);
  });
});

test('a file of a tool that is opened is its runs', async ({ page }) => {
  await openCalculator(page);
  const text = [
    'JobIDRaw|JobName|ElapsedRaw|AllocTRES',
    '7|train|7200|billing=8,cpu=8,gres/gpu:t4=4,gres/gpu=4,node=1',
    '7.batch|batch|7200|cpu=8,gres/gpu:t4=4,gres/gpu=4,node=1',
    '8|more|3600|cpu=8,gres/gpu:t4=1,gres/gpu=1,node=1',
  ].join('\n');
  await page.locator('input[type=file]').setInputFiles({
    name: 'sacct.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  });
  await expect(page.getByTestId('share-said')).toContainText('Opened sacct.txt.');
  await expect(page.locator('.pick')).toHaveCount(2);
  await expect(page.getByLabel('Hours')).toHaveValue('2');
  await expect(page.getByLabel('Number of chips')).toHaveValue('4');
});
