import { expect, test } from 'vitest';
import { hasScreen } from './browser.ts';

test.each([
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['linux', {}, false],
  ['darwin', {}, true],
  ['win32', {}, true],
  ['freebsd', { DISPLAY: ':0' }, false],
  // X11 over ssh shows on another machine, slowly; the printed address is for the browser there.
  ['linux', { DISPLAY: 'localhost:10.0', SSH_CONNECTION: '1 2 3 4' }, false],
  ['darwin', { CI: 'true' }, false],
] as const)('on %s with %j a browser can be opened: %s', (platform, environment, wanted) => {
  expect(hasScreen(platform, environment)).toBe(wanted);
});
