import { spawn } from 'node:child_process';

/** What opens an address on each system, without a shell that could read more into it. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  linux: ['xdg-open'],
};

/** Whether somebody sits in front of a screen that a browser can show something on. */
export const hasScreen = (
  platform: NodeJS.Platform = process.platform,
  { DISPLAY, WAYLAND_DISPLAY, SSH_CONNECTION, CI }: NodeJS.ProcessEnv = process.env,
): boolean => {
  if (CI || SSH_CONNECTION) return false;
  return platform === 'linux' ? Boolean(DISPLAY || WAYLAND_DISPLAY) : platform in OPENERS;
};

/** Opens an address in the browser; where that fails, the address that was printed is there. */
export function openBrowser(address: string): void {
  const [program, ...args] = OPENERS[process.platform] ?? [];
  if (program === undefined) return;
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
