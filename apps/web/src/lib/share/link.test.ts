import { expect, test } from 'vitest';
import { EXAMPLE } from '../state/form.ts';
import { opening } from '../state/project.ts';
import { linkOf, readLink } from './link.ts';

const project = (count: number) => ({
  ...opening(),
  runs: Array.from({ length: count }, (_, at) => ({ ...EXAMPLE, hours: String(at + 1) })),
});

test('a link holds hundreds of runs, and comes back', async () => {
  const link = await linkOf(project(300));
  const read = await readLink(link ?? '');
  expect(read?.ok && read.project.runs.at(-1)?.hours).toBe('300');
});

test('what is too much for a link is none, however it packs', async () => {
  expect(await linkOf(project(3001))).toBeNull();
  const named = project(900).runs.map((run, at) => ({ ...run, name: String(Math.sin(at)) }));
  expect(
    await linkOf({
      ...opening(),
      runs: [...named, ...named.map((run) => ({ ...run, hours: run.name.slice(-9) }))],
    }),
  ).toBeNull();
});
