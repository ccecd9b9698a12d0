import type { Problem } from '@ml-emissions/calculator';
import { createBulk } from '@ml-emissions/calculator/bulk';
import { calculator } from '@ml-emissions/calculator/full';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE_RUN } from './routes/example-run.ts';
import { type TestServer, testServer } from './testing.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close({ isHurried: true }));

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.origin}${path}`, { headers });

const PROJECT = {
  name: 'two runs',
  defaults: { hardware: [{ accelerator: 'T4' }], place: { country: 'FR' } },
  runs: [{ hours: 20 }, { hours: 3, phase: 'evaluation' }],
};

describe('estimates', () => {
  test('a run gets the result of the library, to the last digit', async () => {
    const parsed = calculator.parseRun(EXAMPLE_RUN as never);
    if (!parsed.ok) throw new Error('refused');
    const answer = await server.post('/v1/estimates', EXAMPLE_RUN);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await answer.text()).toBe(JSON.stringify(calculator.estimate(parsed.run)));
  });

  test('the same question again gets the same answer', async () => {
    const once = await (await server.post('/v1/estimates', EXAMPLE_RUN)).text();
    expect(await (await server.post('/v1/estimates', EXAMPLE_RUN)).text()).toBe(once);
  });

  test('a project gets its sums', async () => {
    const parsed = calculator.parseProject(PROJECT as never);
    if (!parsed.ok) throw new Error('refused');
    const answer = await server.post('/v1/estimates', PROJECT);
    expect(await answer.text()).toBe(JSON.stringify(calculator.estimateProject(parsed.project)));
  });

  test('an array gets an array, rows where rows are asked for', async () => {
    const all = (await (
      await server.post('/v1/estimates', [EXAMPLE_RUN, PROJECT])
    ).json()) as unknown[];
    expect(all).toHaveLength(2);
    const rows = await (
      await server.post('/v1/estimates?answer=row', [EXAMPLE_RUN, PROJECT])
    ).json();
    expect(rows).toMatchObject([
      { runs: 1, count: 8 },
      { runs: 2, name: 'two runs' },
    ]);
    expect(await (await server.post('/v1/estimates', [])).json()).toEqual([]);
  });

  test('every problem of a run is told with its pointer, value and suggestions', async () => {
    const answer = await server.post('/v1/estimates', [
      EXAMPLE_RUN,
      {
        hardware: [{ accelerator: 'A10O', count: -1 }],
        hours: 1,
        place: { country: 'FR' },
        wat: 3,
      },
    ]);
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const told = await answer.json();
    expect(told).toMatchObject({ type: '/docs#invalid-input', status: 422 });
    expect(told.problems.map(({ field }: { field: string }) => field)).toEqual(
      expect.arrayContaining(['/1/hardware/0/count', '/1/wat']),
    );
  });

  test('what is not asked for is left out; what cannot be asked for is refused by name', async () => {
    const short = await (await server.post('/v1/estimates?receipt=false', EXAMPLE_RUN)).json();
    expect(short.receipt).toEqual([]);
    const answer = await server.post('/v1/estimates?recipt=false&answer=all', EXAMPLE_RUN);
    expect(answer.status).toBe(422);
    const { problems } = await answer.json();
    expect(problems).toMatchObject([
      { code: 'unknown-field', field: '/recipt', in: 'query' },
      { code: 'unknown-value', field: '/answer', in: 'query', expected: 'result, row' },
    ]);
  });

  test('sentences are in the language that is liked best', async () => {
    const answer = await server.post('/v1/estimates', EXAMPLE_RUN, {
      'accept-language': 'de, fr-CA;q=0.8, en;q=0.5',
    });
    expect(answer.headers.get('content-language')).toBe('fr');
    const { sensitivity, boundary, assumptions } = await answer.json();
    const english = await (await server.post('/v1/estimates', EXAMPLE_RUN)).json();
    expect(sensitivity[0].hint).not.toBe(english.sensitivity[0].hint);
    expect(boundary.excluded[0].reason).not.toBe(english.boundary.excluded[0].reason);
    expect(assumptions[0]).not.toBe(english.assumptions[0]);
    expect(sensitivity.map((one: { share: number }) => one.share)).toEqual(
      english.sensitivity.map((one: { share: number }) => one.share),
    );
  });

  test('problems are in the language that is liked best; what programs read is the same in both', async () => {
    const bad = { ...EXAMPLE_RUN, hours: -1, place: { country: 'Utopie' }, nonsense: 1 };
    const [fr, en] = await Promise.all(
      ['fr', 'en'].map((language) =>
        server.post('/v1/estimates', bad, { 'accept-language': language }),
      ),
    );
    expect(fr?.headers.get('content-language')).toBe('fr');
    expect(en?.headers.get('content-language')).toBe('en');
    expect(fr?.headers.get('vary')).toBe('accept-language');
    const [french, english] = [await fr?.json(), await en?.json()];
    expect(french.title).toBe('L’entrée ne peut pas avoir de réponse');
    expect(french.detail).toBe(`${french.problems[0].message}, et 2 de plus`);
    expect(french.problems.map(({ message }: Problem) => message)).toContain(
      'aucun pays ne s’appelle « Utopie »',
    );
    const plain = (problems: readonly Problem[]) => problems.map(({ message, ...rest }) => rest);
    expect(plain(french.problems)).toEqual(plain(english.problems));
    for (const { message } of english.problems)
      expect(JSON.stringify(french)).not.toContain(message);
  });

  test('problems of lines are in the language too, and those without a field', async () => {
    const french = (path: string, type: string, body: string) =>
      server.post(path, body, { 'accept-language': 'fr', 'content-type': type });
    const lines = await french('/v1/estimates', 'application/x-ndjson', '{}\n{"hours":"x"\n');
    const [missing, malformed] = (await lines.text())
      .trim()
      .split('\n')
      .map((one) => JSON.parse(one));
    expect(missing.problems[0].message).toMatch(/ manque$/);
    expect(malformed.problems[0].message).toBe('l’entrée : cela ne se lit pas');
    const other = await french('/v1/estimates', 'text/plain', '{}');
    expect(other.status).toBe(415);
    expect(await other.json()).toMatchObject({ title: 'Un corps de ce type n’est pas lu ici' });
  });

  test('rows of a shape that was asked before have the digits of the library, however they are written', async () => {
    const { rowOf } = createBulk(calculator.editions);
    for (const [at, indent] of [0, 0, 0, 2, 2, 2, 0].entries()) {
      const run = { ...EXAMPLE_RUN, hours: 7 + at / 3, name: `run "${at}" é` };
      const body = JSON.stringify(run, null, indent);
      const answer = await server.post('/v1/estimates?answer=row', body);
      expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(rowOf(run))));
    }
    const wrong = await server.post('/v1/estimates?answer=row', {
      ...EXAMPLE_RUN,
      hours: -7,
      name: 'r',
    });
    expect((await wrong.json()).problems).toMatchObject([{ field: '/hours' }]);
    const cut = JSON.stringify({ ...EXAMPLE_RUN, hours: 7, name: 'r' }).slice(0, -1);
    expect((await server.post('/v1/estimates?answer=row', cut)).status).toBe(400);
  });

  test('each published edition is answered by its own data', async () => {
    for (const edition of ['2026.1', '2019-paper']) {
      const run = {
        ...EXAMPLE_RUN,
        edition,
        ...(edition === '2019-paper' && {
          method: 'lacoste-2019',
          hardware: [{ accelerator: 'Tesla V100' }],
          place: { provider: 'gcp', region: 'europe-west6' },
        }),
      };
      const answer = await (await server.post('/v1/estimates', run)).json();
      expect(answer.edition).toEqual(calculator.catalogue(edition).edition);
    }
  });
});

describe('the other questions', () => {
  test('comparisons', async () => {
    const asked = { run: EXAMPLE_RUN, regions: { providers: ['gcp'], continents: ['EU'] } };
    const { options } = await (await server.post('/v1/comparisons', asked)).json();
    expect(options.length).toBeGreaterThan(3);
    expect(options[0]).toMatchObject({ lever: 'region', region: { provider: 'gcp' } });
    const wrong = await server.post('/v1/comparisons', {
      run: EXAMPLE_RUN,
      regions: { planets: 1 },
    });
    expect(wrong.status).toBe(422);
    expect((await wrong.json()).problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'unknown-field', field: '/regions/planets' }),
      ]),
    );
    for (const body of [{}, { run: EXAMPLE_RUN, project: PROJECT }, [], null, 3]) {
      expect((await server.post('/v1/comparisons', body)).status, JSON.stringify(body)).toBe(422);
    }
    const nested = await server.post('/v1/comparisons', { run: { hours: -1 } });
    expect((await nested.json()).problems[0].field).toMatch(/^\/run\//);
  });

  test('explanations', async () => {
    const { methods } = await (await server.post('/v1/explanations', EXAMPLE_RUN)).json();
    expect(methods.length).toBeGreaterThan(4);
    const project = await (await server.post('/v1/explanations', PROJECT)).json();
    expect(project.project.runs).toHaveLength(2);
  });

  test('checks', async () => {
    const holds = async (claim: unknown) =>
      (await (await server.post('/v1/checks', { run: EXAMPLE_RUN, claim })).json()).holds;
    expect(await holds('142 kg CO2e')).toBe(true);
    expect(await holds({ kgCo2e: 14_200 })).toBe(false);
    for (const claim of [
      'a lot',
      { kgCo2e: 5, low: 6, high: 7 },
      { kgCo2e: 5, low: 4 },
      undefined,
    ]) {
      expect((await server.post('/v1/checks', { run: EXAMPLE_RUN, claim })).status).toBe(422);
    }
  });

  test('reports, and whether they hold', async () => {
    const report = await server.post('/v1/reports/markdown?date=2026-01-31', EXAMPLE_RUN);
    expect(report.headers.get('content-type')).toMatch(/^text\/markdown/);
    const text = await report.text();
    expect(text).toContain('2026-01-31');
    const verified = async (body: string) =>
      server.post('/v1/verifications', body, { 'content-type': 'text/markdown' });
    expect(await (await verified(text)).json()).toMatchObject({ holds: true });
    expect(await (await verified(text.replaceAll('142', '14'))).json()).toMatchObject({
      holds: false,
    });
    expect((await verified('nothing of ours')).status).toBe(422);
    const french = { 'accept-language': 'fr' };
    const written = await server.post('/v1/reports/markdown', EXAMPLE_RUN, french);
    expect(written.headers.get('content-language')).toBe('fr');
    expect(await written.text()).toContain('La consommation d’électricité est estimée à');
    const form = await server.post('/v1/reports/neurips', EXAMPLE_RUN, french);
    expect([form.status, form.headers.get('content-language')]).toEqual([200, 'en']);
    expect(await form.text()).toContain('Answer: \\answerYes{}');
    expect((await server.post('/v1/reports/word', EXAMPLE_RUN)).status).toBe(422);
    expect((await server.post('/v1/reports/markdown?date=2026-31-31', EXAMPLE_RUN)).status).toBe(
      422,
    );
  });

  test('a badge from fields, and from a link', async () => {
    const badge = await get('/badge.svg?accelerator=T4&count=2&hours=3&country=FR');
    expect(badge.headers.get('content-type')).toBe('image/svg+xml');
    expect(await badge.text()).toContain('CO2e');
    const wrong = await (await get('/badge.svg?accelerator=T4&hours=-3&country=FR')).json();
    expect(wrong.problems).toMatchObject([{ field: '/hours', in: 'query' }]);
    expect((await get('/badge.svg?run=1.nonsense')).status).toBe(422);
  });
});

describe('data', () => {
  test('a table a page at a time has each row once', async () => {
    const ids: string[] = [];
    let next = '';
    do {
      const page = await (
        await get(`/v1/accelerators?limit=150${next && `&cursor=${next}`}`)
      ).json();
      ids.push(...page.rows.map(({ id }: { id: string }) => id));
      next = page.next;
    } while (next);
    expect(ids).toEqual(calculator.list('accelerators').map(({ id }) => id));
    expect((await get('/v1/cpus?cursor=nonsense')).status).toBe(422);
  });

  test('each table has its example, with sources', async () => {
    const { paths } = await (await get('/openapi.json')).json();
    const one = Object.entries<{ get?: { parameters: { name: string; example: string }[] } }>(
      paths,
    ).filter(([path]) => path.endsWith('/{id}'));
    expect(one.length).toBe(9);
    for (const [path, { get: operation }] of one) {
      const id = operation?.parameters.find(({ name }) => name === 'id')?.example ?? '';
      const answer = await get(path.replace('{id}', encodeURIComponent(id)));
      expect(answer.status, `${path} ${id}`).toBe(200);
      expect((await answer.json()).sources.length, path).toBeGreaterThan(0);
    }
    const none = await get('/v1/accelerators/nvidia-h200-sxm');
    expect(none.status).toBe(404);
    expect((await none.json()).problems[0].suggestions.length).toBeGreaterThan(0);
  });

  test('what cannot change is kept for ever, all else is asked for again; known answers are not sent again', async () => {
    const old = await get('/v1/regions?edition=2026.1&limit=1');
    expect(old.headers.get('cache-control')).toContain('immutable');
    const now = await get('/v1/regions?limit=1');
    expect(now.headers.get('cache-control')).not.toContain('immutable');
    const etag = now.headers.get('etag') ?? '';
    expect((await get('/v1/regions?limit=1', { 'if-none-match': etag })).status).toBe(304);
    expect((await get('/v1/regions?limit=2', { 'if-none-match': etag })).status).toBe(200);
    const paper = await (await get('/v1/accelerators?edition=2019-paper')).json();
    expect(paper.edition.id).toBe('2019-paper');
    expect(paper.total).toBeLessThan(100);
  });

  test('editions', async () => {
    const { current, editions } = await (await get('/v1/editions')).json();
    expect(editions.map(({ id }: { id: string }) => id)).toContain('2026.1');
    expect(editions.find(({ id }: { id: string }) => id === current).isPublished).toBe(false);
  });
});

describe('as HTTP', () => {
  test('answers are compressed as the client takes them', async () => {
    for (const coding of ['br', 'gzip']) {
      const answer = await get('/v1/regions', { 'accept-encoding': coding });
      expect(answer.headers.get('content-encoding')).toBe(coding);
      expect((await answer.json()).rows.length).toBe(100);
    }
    const plain = await get('/v1/regions', { 'accept-encoding': 'br;q=0, identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
  });

  test('wrong methods, types and addresses are told as what they are', async () => {
    const wrong = await get('/v1/estimates');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await server.post('/v1/editions', {})).status).toBe(405);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await server.post('/v1/estimates', 'a=1', form)).status).toBe(415);
    expect((await server.post('/v1/estimates', '{}', { 'content-encoding': 'gzip' })).status).toBe(
      415,
    );
    expect((await get('/v1/nothing')).status).toBe(404);
    expect((await get('/%')).status).toBe(400);
    expect((await fetch(`${server.origin}/v1/editions`, { method: 'HEAD' })).status).toBe(200);
  });

  test('anybody may ask from a page, and nothing may be made of an answer but an answer', async () => {
    const answer = await get('/v1/editions', { origin: 'https://example.org' });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const asked = await fetch(`${server.origin}/v1/estimates`, { method: 'OPTIONS' });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-methods')).toContain('POST');
  });

  test('health, readiness and figures for Prometheus', async () => {
    expect(await (await get('/healthz')).text()).toBe('ok\n');
    expect((await get('/readyz')).status).toBe(200);
    const metrics = await (await get('/metrics')).text();
    expect(metrics).toMatch(
      /^ml_emissions_requests_total\{method="POST",route="\/v1\/estimates",status="200"\} \d+$/m,
    );
    expect(metrics).toMatch(/^ml_emissions_requests_in_flight 1$/m);
  });

  test('the documentation names each address and loads nothing from elsewhere', async () => {
    const page = await (await get('/docs')).text();
    const { paths } = await (await get('/openapi.json')).json();
    for (const path of Object.keys(paths)) expect(page).toContain(path);
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(page).not.toContain('<script');
  });
});
