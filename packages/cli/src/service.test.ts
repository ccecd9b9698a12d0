import { describe, expect, test } from 'vitest';
import { command } from './testing.ts';

const chat = [
  'estimate',
  ...['--requests', '1000000', '--per', 'day', '--output-tokens-per-request', '300'],
  ...['--parameters', '70000000000', '--precision', 'fp8', '--concurrency', '32'],
  ...['--accelerator', 'H100 SXM5 80GB', '--count', '8', '--country', 'FR'],
];

describe('a model in use', () => {
  test('says what a year, a request and a token take', async () => {
    const { out, err, exit } = await command(chat);
    expect(err).toBe('');
    expect(exit).toBe(0);
    expect(out).toMatch(/Service +365M requests a year; a request: [\d.]+ mg CO2e \(between/);
    expect(out).toMatch(
      /J \(between .*\) a token written at the chips, by the sizes of model and chips/,
    );
    expect(out).toMatch(/what the service answers, at an estimated [\d.]+ J a token written/);
    expect(out).not.toContain('metered energy of the chips');
  });

  test('--json has it as a program reads it', async () => {
    const { service } = JSON.parse((await command([...chat, '--json'])).out);
    expect(service).toMatchObject({
      rung: 'energy-by-size',
      uses: 365e6,
      joulesPerUnit: { unit: 'output-token', boundary: 'accelerators' },
    });
  });

  test.each([
    [['--requests', '5', '--country', 'FR'], '--parameters: what the service takes cannot be told'],
    [['--requests', '0', '--country', 'FR'], '--requests: '],
    [[...chat.slice(1), '--hours', '3', '--tokens-per-second', '9'], '--tokens-per-second: '],
    [[...chat.slice(1), '--tokens-per-second', '9e9'], '--tokens-per-second: '],
  ])('%j names its flag', async (flags, message) => {
    const { err, exit } = await command(['estimate', ...flags]);
    expect(exit).toBe(2);
    expect(err).toContain(message);
  });

  test('says what its energy hangs on, and what of that nobody told', async () => {
    const flags = ['--requests', '1000', '--parameters', '7B', '--accelerator', 'L4'];
    const { out } = await command(['estimate', ...flags, '--country', 'FR', '--concurrency', '1']);
    expect(out).toMatch(
      /; 1 request at a time\n +not told, and taken: 400 tokens written, 500 tokens read, 1 chip a copy, 16 bits\n/,
    );
  });

  test('says what a thousand requests take, as leaderboards do', async () => {
    const { out } = await command(['estimate', ...chat.slice(1)]);
    const [, each, unit, thousand, larger] =
      /, ([\d.]+) (m?Wh) \(([\d.]+) (Wh|kWh) for 1,000\)/.exec(out) ?? [];
    expect([unit, larger]).toEqual(unit === 'mWh' ? ['mWh', 'Wh'] : ['Wh', 'kWh']);
    expect(Number(each)).toBe(Number(thousand));
  });

  test('is not planned', async () => {
    const flags = ['--requests', '1M', '--output-tokens-per-request', '300', '--parameters', '7B'];
    const { err, exit } = await command(['plan', ...flags, '--country', 'FR']);
    expect(exit).toBe(2);
    expect(err).toContain('a model in use is not planned');
  });

  test('of a project with its training tells the share of one use', async () => {
    const { out, exit } = await command(['estimate', 'examples/good/training-and-use.yaml']);
    expect(exit).toBe(0);
    expect(out).toMatch(/Training +beside it .* a request; use passes it after .* requests/);
  });
});
