import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { command } from './testing.ts';

const files = (kind: string) =>
  readdirSync(`examples/${kind}`).map((file) => [`examples/${kind}/${file}`]);

describe('good examples', () => {
  test.each(files('good'))('%s is answered', async (file) => {
    const { exit, out, err } = await command(['estimate', file, '--json']);
    expect(err).toBe('');
    expect(exit).toBe(0);
    expect(JSON.parse(out).operational.kgCo2e.value).toBeGreaterThanOrEqual(0);
  });
});

describe('bad examples are named by the code of their problem', () => {
  test.each(files('bad'))('%s', async (file) => {
    const { exit, out, err } = await command(['estimate', file, '--json']);
    expect(exit).toBe(2);
    expect(out).toBe('');
    const code = file.replace(/^.*\/(.*)\.yaml$/, '$1');
    expect(JSON.parse(err).problems[0].code).toBe(code);
  });
});
