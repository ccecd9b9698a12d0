#!/usr/bin/env node
import { existsSync } from 'node:fs';
import * as module from 'node:module';

// From Node 22.1 on, compiled code is kept from one start to the next; NODE_DISABLE_COMPILE_CACHE=1 says no.
module.enableCompileCache?.();

const main = new URL('../dist/main.js', import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  console.error('ml-emissions is not built yet: run `npm ci && npm run build` first.');
  process.exitCode = 1;
}
