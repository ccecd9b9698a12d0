import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { accessibilityFaults } from './axe.ts';
import { awaken, expect, headlineKg, openCalculator, openView, test } from './page.ts';

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('after the first visit it works without a network', async ({ page, context }) => {
    await openCalculator(page);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.reload();
    await context.setOffline(true);
    await page.reload();
    await awaken(page);
    await page.getByLabel('Hours').fill('50');
    expect(await headlineKg(page)).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Publish' }).click();
    await expect(page.getByTestId('source')).toHaveValue(/A100/);
    await context.setOffline(false);
  });

  test.describe('under a path prefix', () => {
    const PREFIX = '/some/where';
    let server: Server;
    test.use({
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here
      baseURL: async ({}, use) => {
        const files = sirv('apps/web/build', { dev: true });
        server = createServer((request, response) => {
          const missing = () => {
            response.writeHead(404).end();
          };
          if (!request.url?.startsWith(`${PREFIX}/`)) return missing();
          request.url = request.url.slice(PREFIX.length);
          files(request, response, missing);
        });
        await new Promise<void>((done) => server.listen(0, 'localhost', done));
        const { port } = server.address() as AddressInfo;
        await use(`http://localhost:${port}${PREFIX}/`);
        server.close();
      },
    });

    test('every page works, without a network too', async ({ page, context }) => {
      await openCalculator(page);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await context.setOffline(true);
      server.close();
      server.closeAllConnections();
      for (const name of ['Learn', 'Act', 'Publish', 'Data', 'Method', 'About']) {
        await page.getByRole('link', { name, exact: true }).first().click();
        await expect(page.getByRole('heading', { name, exact: true, level: 1 })).toBeVisible();
      }
      await page.getByRole('link', { name: 'Calculate', exact: true }).click();
      const kg = await headlineKg(page);
      await page.getByLabel('Hours').fill('50');
      expect(await headlineKg(page)).toBeCloseTo(kg / 2, 9);
      await page.getByRole('link', { name: 'Français' }).click();
      await expect(page.getByLabel('Heures')).toHaveValue('50');
    });
  });
});

test('French is whole: words, numbers, decimal commas, faults', async ({ page }) => {
  await openCalculator(page);
  const kg = await headlineKg(page);
  await page.getByRole('link', { name: 'Français' }).click();
  await awaken(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  expect(await headlineKg(page)).toBe(kg);
  await expect(page.getByRole('heading', { name: 'D’où cela vient' })).toBeVisible();
  await page.getByLabel('Heures').fill('2,5');
  expect(await headlineKg(page)).toBeCloseTo(kg / 40, 9);
  await expect(page.getByTestId('headline')).toContainText('4,75');
  await page.getByLabel('Nombre de puces').fill('-1');
  await expect(page.locator('.problem')).toHaveText(
    '« -1 » ne convient pas ici : un nombre au-dessus de 0, seul ou comme bas..valeur..haut.',
  );
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('the printed page is one sheet of A4 without controls', async ({ page }) => {
  await openCalculator(page);
  const pages = async () =>
    (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
  expect(await pages()).toHaveLength(1);
  // A view that is open stands on a page of its own behind it.
  await openView(page, 'Where');
  await expect(page.getByRole('heading', { name: 'Where it could run' })).toBeVisible();
  expect(await pages()).toHaveLength(2);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeHidden();
  // The whole sheet, whichever view is open and however much of it is folded up.
  for (const heading of ['Receipt', 'Beside it, never subtracted', 'Not counted', 'Sources']) {
    await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
  }
  await expect(page.getByText('Water of power plants', { exact: true })).toBeVisible();
  await expect(page.getByTestId('scopes')).toBeVisible();
  await expect(page.getByTestId('headline')).toBeVisible();
});
