import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { EstimateResult, Project, ProjectResult, Run } from '@ml-emissions/model';
import fc from 'fast-check';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commons } from '../../data/vite/commons.ts';
import { calculator } from './full.ts';
import { anyRun } from './testing.ts';

// A result depends on the value of its run alone: any copy of it, wherever it went, gives the same.

const { estimate, estimateProject, parseProject, parseRun } = calculator;
const isDeep = process.env.TEST_DEPTH === 'deep';
const RUNS = isDeep ? 1000 : 120;
const PROJECTS = isDeep ? 200 : 40;
/** The same runs each time, so that the test cannot fail by luck. */
const SEED = 2026;

/** Inputs of runs that are valid: about three of four. */
const valid = fc.sample(
  anyRun.filter((input) => parseRun(input).ok),
  { seed: SEED, numRuns: RUNS },
);
const next = <Item>(items: readonly Item[], at: number) => items[at % items.length] as Item;

const runs: readonly Run[] = valid.map((input) => {
  const parsed = parseRun(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.run;
});

/** Projects of up to four runs: of one machine for other times and places, and of others beside it. */
function projectInput(at: number) {
  const [one, other] = [next(valid, 2 * at), next(valid, 2 * at + 1)];
  const own = (hours: number) => (one.hours === undefined ? {} : { hours });
  return {
    name: `project ${at}`,
    defaults: one,
    runs: [{}, own(3), { place: other.place }, { work: other.work, repeats: 2 }].slice(
      0,
      1 + (at % 4),
    ),
  };
}

const projects: readonly Project[] = valid
  .flatMap((_, at) => {
    const parsed = parseProject(projectInput(at));
    return parsed.ok ? [parsed.project] : [];
  })
  .slice(0, PROJECTS);

test('what was handed over is left as it was: neither changed nor frozen', () => {
  for (const input of valid.slice(0, 300)) {
    const before = JSON.stringify(input);
    const written = JSON.parse(before);
    expect(parseRun(written).ok).toBe(true);
    expect(JSON.stringify(written)).toBe(before);
    expect(frozenParts(written)).toEqual([]);
  }
});

test('a run that is parsed again is the same run, its fields in the same order', () => {
  for (const input of [
    ...valid,
    { hardware: [{ accelerator: 'T4', count: 2 }], deviceHours: 8, place: { country: 'FR' } },
    {
      host: { cpu: 'EPYC 7763' },
      hardware: [{ accelerator: 'TPU v3-8' }],
      hours: 1,
      place: { zone: 'Texas' },
    },
    {
      hardware: [{ accelerator: '8 V100 SXM2 16GB GPUs' }],
      hours: '2 h',
      place: { zone: 'Paris, France' },
    },
  ]) {
    const parsed = parseRun(input);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(JSON.stringify(parseRun(parsed.run))).toBe(JSON.stringify(parsed));
  }
});

test('a result is the same whatever the order of a run’s fields', () => {
  const ranged = parseRun({
    hardware: [{ accelerator: 'H100 SXM5', count: 8 }],
    deviceHours: { value: 800, low: 700, high: 3000 },
    pue: { value: 1.2, low: 1.19, high: 1.9 },
    place: { country: 'FR' },
    edition: '2026.1',
  });
  if (!ranged.ok) throw new Error(JSON.stringify(ranged.problems));
  const result = estimate(ranged.run);
  expect(result.warnings.map(({ field }) => field)).toEqual(['/deviceHours', '/pue']);
  const turned = Object.fromEntries(Object.entries(ranged.run).reverse()) as unknown as Run;
  const again = estimate(turned);
  expect(JSON.stringify(again.warnings)).toBe(JSON.stringify(result.warnings));
  const { resolved, account } = calculator.prepare(ranged.run);
  expect(Object.isFrozen(resolved.carbonIntensity.factor)).toBe(true);
  expect(Object.isFrozen(account.steps[0])).toBe(true);
});

test('no answer can be changed through another', () => {
  const some = runs.slice(0, 60);
  // Twice each: the second answer is of the same value, and must share nothing that can be changed either.
  const answers: readonly unknown[] = [
    ...some.flatMap((run) => [estimate(run), estimate(run)]),
    ...some.slice(0, 12).flatMap((run) => [calculator.explain(run), stepsOf(run), stepsOf(run)]),
    ...some
      .slice(0, 4)
      .flatMap((run) => [
        calculator.compare(run, { regions: { provider: 'gcp' }, accelerators: ['T4'] }),
        calculator.check(run, { kgCo2e: 3 }),
      ]),
    ...projects
      .slice(0, 12)
      .flatMap((project) => [estimateProject(project), estimateProject(project)]),
  ];
  const firstIn = new Map<object, number>();
  const loose = new Set<string>();
  answers.forEach((answer, at) => {
    for (const [path, part] of partsOf(answer)) {
      const seen = firstIn.get(part);
      if (seen === undefined) firstIn.set(part, at);
      else if (seen !== at && !Object.isFrozen(part)) loose.add(path);
    }
  });
  expect([...loose]).toEqual([]);
});

/** The plain parts of a prepared run. */
function stepsOf(run: Run) {
  const { resolved, account, warnings } = calculator.prepare(run);
  return { resolved, account, warnings };
}

/** Every object inside a value, each once, with where it stands. */
function partsOf(value: unknown): Map<string, object> {
  const parts = new Map<string, object>();
  const met = new Set<object>();
  const walk = (one: unknown, path: string) => {
    if (typeof one !== 'object' || one === null || met.has(one)) return;
    met.add(one);
    parts.set(path, one);
    for (const [key, inner] of Object.entries(one)) walk(inner, `${path}/${key}`);
  };
  walk(value, '');
  return parts;
}

test('a fact of an edition cannot be changed', () => {
  const row = calculator.catalogue().accelerator('nvidia-t4');
  expect(() => Object.assign(row ?? {}, { tdpW: 7000 })).toThrow(TypeError);
  expect(row?.tdpW).toBe(70);
});

function frozenParts(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, one]) => frozenParts(one, `${path}/${key}`));
  return Object.isFrozen(value) ? [path, ...inside] : inside;
}

interface Answers {
  readonly runs: readonly EstimateResult[];
  readonly projects: readonly ProjectResult[];
}

const here: Answers = {
  runs: runs.map((run) => estimate(run)),
  projects: projects.map((project) => estimateProject(project)),
};

/** The calculator as a worker thread has it: built, and with nothing of this thread's memory. */
const WORKER = `
import { parentPort } from 'node:worker_threads';
import { calculator } from '${fileURLToPath(new URL('./full.ts', import.meta.url))}';
parentPort.on('message', ({ runs, projects }) => {
  parentPort.postMessage({
    runs: runs.map((run) => calculator.estimate(run)),
    projects: projects.map((project) => calculator.estimateProject(project)),
  });
});
`;
const folder = mkdtempSync(join(tmpdir(), 'ml-emissions-'));

beforeAll(async () => {
  const input = join(folder, 'worker.ts');
  writeFileSync(input, WORKER);
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [commons()],
    build: {
      ssr: true,
      target: 'node20',
      outDir: join(folder, 'dist'),
      rollupOptions: { input, output: { entryFileNames: 'worker.mjs' } },
    },
    ssr: { noExternal: true },
  });
  // A build takes its time where other tests run beside it.
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

async function inWorker(asked: { readonly runs: unknown; readonly projects: unknown }) {
  const worker = new Worker(pathToFileURL(join(folder, 'dist', 'worker.mjs')));
  try {
    return await new Promise<Answers>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.postMessage(asked);
    });
  } finally {
    await worker.terminate();
  }
}

test('there are as many as are asked for, of every method, with and without ranges', () => {
  expect(runs).toHaveLength(RUNS);
  expect(projects).toHaveLength(PROJECTS);
  expect(new Set(runs.map(({ method }) => method)).size).toBeGreaterThan(6);
  expect(here.runs.filter(({ interval }) => interval).length).toBeGreaterThan(RUNS / 3);
  expect(projects.filter(({ runs: some }) => some.length > 1).length).toBeGreaterThan(PROJECTS / 2);
  expect(projects.filter(({ shared }) => shared.length > 0).length).toBeGreaterThan(PROJECTS / 2);
});

const COPIES = {
  'JSON and back': <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)),
  'a structured clone': <Value>(value: Value): Value => structuredClone(value),
};

describe.each(Object.entries(COPIES))('%s', (_, copy) => {
  test(`of ${RUNS} runs gives the same results, ranges and all`, () => {
    for (const [at, run] of runs.entries()) expect(estimate(copy(run))).toEqual(here.runs[at]);
  });

  test(`of ${PROJECTS} projects gives the same results: what runs share is in them`, () => {
    for (const [at, project] of projects.entries()) {
      expect(estimateProject(copy(project))).toEqual(here.projects[at]);
    }
  });

  test('of a project, read again, is the same project', () => {
    for (const project of projects) {
      const again = parseProject(copy(project));
      expect(again).toEqual({ ok: true, project });
    }
  });
});

test('another thread gives the same results', async () => {
  const there = await inWorker({ runs, projects });
  for (const kind of ['runs', 'projects'] as const) {
    expect(there[kind]).toHaveLength(here[kind].length);
    for (const [at, result] of there[kind].entries()) expect(result).toEqual(here[kind][at]);
  }
});

describe('a run from the parser', () => {
  const input = {
    hardware: [{ accelerator: 'A100-SXM4-80GB', count: 8 }],
    hours: 100,
    host: { cpu: 'EPYC 7742' },
    place: { country: 'FR' },
    method: 'lacoste-2019',
  } as const;
  const parsed = parseRun(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { run } = parsed;

  test('cannot be changed, however deep', () => {
    const open = run as { hours: number; host: { cpu: string } } & Run;
    expect(() => {
      open.hours = 200;
    }).toThrow(TypeError);
    expect(() => {
      open.host.cpu = 'amd-epyc-7763';
    }).toThrow(TypeError);
    expect(() => {
      (open.hardware[0] as { count: number }).count = 1;
    }).toThrow(TypeError);
    expect(() => (open.hardware as unknown[]).push({})).toThrow(TypeError);
    expect(run.hours).toBe(100);
  });

  test('nor can a project, its list of runs or one of them', () => {
    const found = parseProject({ runs: [input, { ...input, hours: 5 }] });
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    const open = found.project as { name: string; runs: Run[] } & Project;
    expect(() => {
      open.name = 'another';
    }).toThrow(TypeError);
    expect(() => open.runs.push(run)).toThrow(TypeError);
    expect(() => {
      (open.runs[1] as { hours: number }).hours = 200;
    }).toThrow(TypeError);
  });

  test('nor can the answer that it came in, or what is wrong with another', () => {
    // What is quoted of the input stays the caller's own.
    const input = { hours: -1, place: { zone: { wrong: [1] } } as object };
    for (const answer of [parsed, parseRun(input), parseProject({ runs: [] })]) {
      expect(Object.isFrozen(answer)).toBe(true);
      if (answer.ok) continue;
      expect(answer.problems.filter((one) => !Object.isFrozen(one))).toEqual([]);
    }
    expect(frozenParts(input)).toEqual([]);
  });

  test('spread into another with other hours gives the figures of those hours', () => {
    const longer = parseRun({ ...input, hours: 200 });
    if (!longer.ok) throw new Error('refused');
    const result = estimate({ ...run, hours: 200 });
    expect(result).toEqual(estimate(longer.run));
    // 8 x 400 W x 200 h
    expect(result.energyKwh.value).toBe(640);
    expect(estimate(run).energyKwh.value).toBe(320);
  });
});
