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
  await expect(page.getByTestId('share-said')).toContainText(
    '3 runs taken over. Columns not read: Notes.',
  );
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

  await test.step('runs with dates are a chart over time, whose bars come to the total', async () => {
    const figure = page.getByRole('figure', { name: /^February 2026 stands for the most: / });
    await expect(figure.locator('.chart svg')).toBeVisible();
    await figure.getByRole('button', { name: 'Table', exact: true }).click();
    const cells = figure.locator('tbody tr');
    await expect(cells).toHaveCount(2);
    await expect(cells.first()).toContainText('2026-01');
    // The last row's cumulative figure is that of the page.
    const soFar = Number(
      ((await cells.last().locator('td').last().textContent()) ?? '').replace(',', ''),
    );
    expect(soFar / kg).toBeCloseTo(1, 2);
    await figure.getByRole('button', { name: 'Chart', exact: true }).click();
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

const WANDB = [
  '"Name","State","Notes","User","Tags","Created","Runtime","Sweep","lr"',
  ...[1, 2, 3].map(
    (run) =>
      `"sweep-${run}","finished","","ann","","2026-0${run}-05T08:00:00.000Z","7200","","0.1"`,
  ),
  '"never","failed","","ann","","2026-03-05T08:00:00.000Z","0","","0.1"',
  '"odd","finished","","ann","","yesterday","7200","","0.1"',
].join('\n');

test('what an export of Weights & Biases does not say is asked once for all its runs', async ({
  page,
}) => {
  await openCalculator(page);
  await page.locator('input[type=file]').setInputFiles({
    name: 'wandb_export.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(WANDB),
  });
  const said = page.getByTestId('share-said');
  await expect(said).toContainText('Opened wandb_export.csv.');
  await expect(said).toContainText('One row is no run: 5 (created).');
  await expect(said).toContainText('One run never ran, and is left out.');
  await expect(said).toContainText('3 runs do not say all that is needed');
  await expect(page.locator('.pick')).toHaveCount(3);
  const asks = page.getByRole('region', { name: 'Asked once, for all of them' });
  await asks.scrollIntoViewIfNeeded();
  expect(await accessibilityFaults(page)).toEqual([]);

  const answer = async (label: string, text: string) => {
    await asks.getByLabel(label).fill(text);
    await asks.getByLabel(label).press('Enter');
  };
  await answer('Where 3 runs ran', 'Nowhereland');
  await expect(asks.getByRole('alert')).toContainText('Nowhereland');
  await answer('Where 3 runs ran', 'France');
  await expect(said).toContainText('Filled in at 3 runs.');
  await answer('Hardware of 3 runs', 'A100 SXM4 80GB');
  await answer('How many chips each of 3 runs had', '8');
  await expect(asks).toHaveCount(0);
  await expect(page.getByTestId('runs-total')).toBeVisible();
  await expect(page.locator('tbody td', { hasText: '8 NVIDIA A100 SXM4 80GB' })).toHaveCount(3);
  expect(await headlineKg(page)).toBeGreaterThan(0.1);
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(asks.getByLabel('How many chips each of 3 runs had')).toBeVisible();
});
