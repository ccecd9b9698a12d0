import { calculator } from '@ml-emissions/calculator/full';
import { expect, test } from 'vitest';
import { engineOf } from '../state/engine.ts';
import { phraseOf, readPhrase } from './phrase.ts';

const engine = engineOf(calculator);
const read = (text: string) => readPhrase(engine, text, '2026.2');

test.each([
  [
    '4 x H100 SXM5 80GB for 120 hours in ireland',
    { count: '4', hours: '120', provider: 'grid', zone: 'IE' },
    '',
  ],
  ['2 x T4 2 days on aws eu-west-1', { count: '2', hours: '48', region: 'eu-west-1' }, ''],
  ['4 RTX 4090 pendant 12 h en France', { count: '4', hours: '12', zone: 'FR' }, ''],
  ['2 x A100 SXM4 80GB with a hat', { count: '2' }, 'a hat'],
  ['T4 in Nowhereland', { accelerator: 'NVIDIA T4' }, 'in Nowhereland'],
])('%s', (text, fields, left) => {
  expect(read(text)).toMatchObject({ fields, left });
});

test('what is hardware as a whole is read as such', () => {
  expect(read('8 x A100 SXM4 80GB')).toEqual({
    fields: { accelerator: 'NVIDIA A100 SXM4 80GB', count: '8', chip: 'listed' },
  });
  expect(read('h100')).toMatchObject({ problem: { code: 'ambiguous-accelerator' } });
});

test('a name of several chips keeps its count, its time and its place', () => {
  expect(phraseOf(engine, '4 h100 for 120 hours in ireland', '2026.2')).toEqual({
    hardware: '4 h100',
    tail: 'for 120 hours in ireland',
    fields: { hours: '120', provider: 'grid', zone: 'IE' },
    left: '',
  });
  // What is asked back for it keeps the count too.
  const asked = readPhrase(engine, '4 h100', '2026.2');
  expect('problem' in asked && asked.problem.suggestions[0]).toBe('4 x NVIDIA H100 SXM5 80GB');
});

test.each(['colour', 'hello world in france', 'in ireland for 3 hours'])('%s is none', (text) => {
  expect(read(text)).toHaveProperty('problem');
});
