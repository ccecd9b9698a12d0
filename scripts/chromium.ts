import { type Browser, chromium } from '@playwright/test';

/** Chromium as the browser tests start it: the one that `CHROMIUM_PATH` names, or Playwright's own. */
export function startChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH;
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    // As root, Chromium has no sandbox of its own to start.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}
