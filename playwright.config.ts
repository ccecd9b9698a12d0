import { defineConfig } from '@playwright/test';

const executablePath = process.env.CHROMIUM_PATH;

export default defineConfig({
  testDir: 'tests/browser',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 30_000,
  use: {
    baseURL: 'http://127.0.0.1:4199',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // As root, Chromium has no sandbox of its own to start.
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
      ],
    },
  },
  webServer: {
    command: 'node --import tsx scripts/start.ts',
    env: { PORT: '4199', CI: 'true' },
    url: 'http://127.0.0.1:4199',
    timeout: 120_000,
  },
});
