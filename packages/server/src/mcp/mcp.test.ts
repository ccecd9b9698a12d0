import { calculator } from '@ml-emissions/calculator/full';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { InMemoryTransport } from '@modelcontextprotocol/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '../testing.ts';
import { createMcpServer } from './server.ts';
import { mcpServiceOf } from './service.ts';

const PAGE = 'https://example.org/';
let server: TestServer;
const client = new Client({ name: 'a test', version: '1' });
const overHttp = new Client({ name: 'a test', version: '1' });

beforeAll(async () => {
  const [here, there] = InMemoryTransport.createLinkedPair();
  const service = mcpServiceOf({ calculator, version: '0.1.0', site: null }, PAGE);
  await createMcpServer(service).connect(there);
  await client.connect(here);
  server = await testServer();
  await overHttp.connect(new StreamableHTTPClientTransport(new URL(`${server.origin}/mcp`)));
});
afterAll(async () => {
  await client.close();
  await overHttp.close();
  await server.close({ isHurried: true });
});

const call = async (name: string, input: Record<string, unknown>) => {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: input });
  const [first] = content as { text: string }[];
  return { text: first?.text ?? '', data: structuredContent as Record<string, unknown>, isError };
};

const RUN = {
  accelerator: '8xTesla V100-SXM2-16GB',
  hours: 100,
  provider: 'gcp',
  region: 'us-central1',
};

const PLAN = {
  parameters: '7B',
  tokens: '2T',
  work: 'llm-training',
  accelerator: 'A100 SXM4 80GB',
  count: 512,
  provider: 'aws',
  region: 'us-east-1',
};

/** Twelve plain questions, and the call that answers each. */
const QUESTIONS: readonly [
  string,
  string,
  Record<string, unknown>,
  (answer: Awaited<ReturnType<typeof call>>) => void,
][] = [
  [
    'How much did 100 hours on 8 V100 in us-central1 emit?',
    'estimate',
    RUN,
    ({ data }) => {
      const parsed = calculator.parseRun({
        hardware: [{ accelerator: '8xTesla V100-SXM2-16GB' }],
        hours: 100,
        place: { provider: 'gcp', region: 'us-central1' },
      });
      if (!parsed.ok) throw new Error('refused');
      expect(data.operationalKgCo2e).toEqual(calculator.estimate(parsed.run).operational.kgCo2e);
      expect(data.permalink).toMatch(/^https:\/\/example\.org\/#1\.[\w-]+$/);
      expect((data.sources as { url: string }[])[0]?.url).toMatch(/^https?:/);
    },
  ],
  [
    'My meter says 320 kWh in France. How much is that?',
    'estimate',
    { energyKwh: 320, country: 'FR' },
    ({ data }) => expect(data.zone).toBe('FR'),
  ],
  [
    'What do these two runs emit together?',
    'estimate',
    {
      run: {
        runs: [
          { energyKwh: 3, place: { country: 'FR' } },
          { energyKwh: 5, place: { country: 'SE' } },
        ],
      },
    },
    ({ data }) => expect(data.operationalKgCo2e).toHaveProperty('value'),
  ],
  [
    'What will training a 7B model on 2T tokens emit on 512 A100 in Virginia?',
    'plan',
    PLAN,
    ({ data, text }) => {
      const parsed = calculator.parseRun({
        model: { parameters: 7e9, tokens: 2e12 },
        work: 'llm-training',
        hardware: [{ accelerator: 'A100 SXM4 80GB', count: 512 }],
        place: { provider: 'aws', region: 'us-east-1' },
      });
      if (!parsed.ok) throw new Error('refused');
      const { operational, plan } = calculator.estimate(parsed.run);
      expect(data.operationalKgCo2e).toEqual(operational.kgCo2e);
      expect(data.hours).toEqual(plan?.hours);
      expect((data.options as unknown[]).length).toBeGreaterThan(5);
      expect(data.permalink).toMatch(/^https:\/\/example\.org\/#1\.[\w-]+$/);
      expect(text).toContain('NVIDIA H100 SXM5 80GB (accelerator): ');
    },
  ],
  [
    'And on H200 in place of them?',
    'plan',
    { ...PLAN, accelerators: ['H200 SXM'] },
    ({ data }) =>
      expect(
        (data.options as { lever: string }[]).filter(({ lever }) => lever === 'accelerator').length,
      ).toBe(1),
  ],
  [
    'Where in Europe would it emit least?',
    'compare',
    { ...RUN, continents: ['EU'] },
    ({ data }) => expect((data.options as unknown[]).length).toBe(10),
  ],
  [
    'What if I used an L4 or a T4?',
    'compare',
    { ...RUN, accelerators: ['L4', 'T4'] },
    ({ text }) => expect(text).toContain('(accelerator)'),
  ],
  [
    'How does that figure come about?',
    'explain',
    RUN,
    ({ data }) => expect((data.receipt as unknown[]).length).toBeGreaterThan(10),
  ],
  [
    'What would the 2019 paper say?',
    'explain',
    RUN,
    ({ text }) => expect(text).toMatch(/^lacoste-2019: [\d.]+ kg CO2e$/m),
  ],
  [
    'Can a paper that says 12.9 t for it be right?',
    'check',
    { ...RUN, claim: '12.9t' },
    ({ data }) => expect(data.holds).toBe(false),
  ],
  [
    'Write the sentence for my paper.',
    'report',
    { ...RUN, format: 'latex' },
    ({ text }) => expect(text).toContain('\\'),
  ],
  [
    'How much power does an H100 draw?',
    'find',
    { name: 'H100 SXM5' },
    ({ text }) => expect(text).toContain('tdpW'),
  ],
];

describe('tools', () => {
  test('few, each told in a short sentence or two, none of which writes', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'estimate',
      'plan',
      'compare',
      'explain',
      'check',
      'report',
      'find',
    ]);
    for (const { description = '', annotations, outputSchema } of tools) {
      expect(description.length).toBeLessThan(220);
      expect(annotations?.readOnlyHint).toBe(true);
      expect(outputSchema).toBeDefined();
    }
    expect(JSON.stringify(tools).length).toBeLessThan(30_000);
  });

  test.each(QUESTIONS)('%s', async (_question, name, input, expected) => {
    const answer = await call(name, input);
    expect(answer.isError, answer.text).toBeFalsy();
    expected(answer);
  });

  test('what is wrong is told so that the next call can be right', async () => {
    const { isError, text } = await call('estimate', {
      accelerator: 'A10O',
      hours: -1,
      country: 'FR',
    });
    expect(isError).toBe(true);
    expect(text).toMatch(/^\/hours: /m);
    const { hours: _, ...untold } = RUN;
    expect((await call('plan', { run: { energyKwh: 3, place: { country: 'FR' } } })).text).toMatch(
      /^\/hours: .*nothing to plan/m,
    );
    const { isError: isRefused, text: why } = await call('plan', untold);
    expect(isRefused).toBe(true);
    expect(why).toMatch(/^\/hours: hours is missing; expected (?!.*expected)/m);
    const unknown = await call('plan', { ...PLAN, accelerators: ['H20O'] });
    expect(unknown.text).toMatch(
      /^\/accelerators: (?=.*did you mean)(?!.*did you mean.*did you mean)/m,
    );
    expect((await call('find', { name: 'no such thing at all' })).text).toContain(
      'Nothing is called',
    );
  });
});

test('resources hold editions and tables', async () => {
  const { resources } = await client.listResources();
  expect(resources.map(({ uri }) => uri)).toContain('ml-emissions://tables/accelerators');
  const { contents } = await client.readResource({ uri: 'ml-emissions://editions' });
  expect(JSON.parse((contents[0] as { text: string }).text).current).toBe(
    calculator.editions.current,
  );
});

describe('over HTTP', () => {
  test('the same tools give the same answers, with links to this server', async () => {
    const { structuredContent } = await overHttp.callTool({ name: 'estimate', arguments: RUN });
    const here = await call('estimate', RUN);
    expect(structuredContent).toEqual({
      ...here.data,
      permalink: String(here.data.permalink).replace(PAGE, `${server.origin}/`),
    });
  });

  test('a page of another origin may not ask', async () => {
    const { status } = await server.post('/mcp', {}, { origin: 'https://example.org' });
    expect(status).toBe(403);
  });
});
