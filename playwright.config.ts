import { defineConfig } from '@playwright/test';

const executablePath = process.env.CHROMIUM_PATH;
const PORT = process.env.TEST_PORT ?? '4199';
/**
 * What Chromium is to leave out. The list under its address bar is a page that it opens beside every one of ours: a
 * third of what a test takes. It heeds the last such list alone, so what Playwright leaves out stands here again.
 */
const LEFT_OUT = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];
const baseURL = `http://127.0.0.1:${PORT}`;

export default defineConfig({
  testDir: 'tests/browser',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 30_000,
  // A machine busy with other work may be late once; a test that needs its second try is listed as flaky.
  retries: 1,
  // Parts that load when scrolled to take a while on a busy machine.
  expect: { timeout: 10_000 },
  use: {
    baseURL,
    // Movements are frames that are drawn, and waited for, by each test; none is about them.
    contextOptions: { reducedMotion: 'reduce' },
    // Each test would fetch the whole site into a cache of its own; those that go offline allow it.
    serviceWorkers: 'block',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // As root, Chromium has no sandbox of its own to start.
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        `--disable-features=${LEFT_OUT.join(',')}`,
      ],
    },
  },
  webServer: {
    command: 'node --import tsx scripts/start.ts',
    env: { PORT, CI: 'true' },
    url: baseURL,
    // It builds the site where that is stale.
    timeout: 300_000,
  },
});
