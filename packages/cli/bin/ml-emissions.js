#!/usr/bin/env node
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { join } from 'node:path';
import { env } from 'node:process';

// From Node 22.1 on, compiled code is kept from one start to the next; NODE_DISABLE_COMPILE_CACHE=1 says no. It is kept
// in a folder of the user's own: one for all, as the platform would take, is anybody's to fill on a shared machine.
const caches = env.XDG_CACHE_HOME || (env.HOME && join(env.HOME, '.cache')) || env.LOCALAPPDATA;
if (env.NODE_COMPILE_CACHE || (caches && existsSync(caches)))
  module.enableCompileCache?.(env.NODE_COMPILE_CACHE || join(caches, 'ml-emissions'));

const main = new URL('../dist/main.js', import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  console.error('ml-emissions is not built yet: run `npm ci && npm run build` first.');
  process.exitCode = 1;
}
