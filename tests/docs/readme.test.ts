import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { command } from '../../packages/cli/src/testing.ts';

const readme = readFileSync('README.md', 'utf8');

test('the command of the README prints what the README says', async () => {
  const line = /^ {4}npx ml-emissions (estimate --accelerator.*)$/m.exec(readme)?.[1] ?? '';
  const args = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  );
  const printed = /```text\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const { exit, out } = await command(args);
  expect(exit).toBe(0);
  expect(out.startsWith(printed)).toBe(true);
});

test('the worked example of the method is the receipt of that command', async () => {
  const method = readFileSync('docs/method.md', 'utf8');
  const args = [
    'estimate',
    '--accelerator',
    '8xTesla V100-SXM2-16GB',
    '--hours',
    '100',
    '--provider',
    'gcp',
    '--region',
    'us-central1',
    '--json',
  ];
  const result = JSON.parse((await command(args)).out);
  for (const { value } of result.receipt) expect(method).toContain(String(value));
});
