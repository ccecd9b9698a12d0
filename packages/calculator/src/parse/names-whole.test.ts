import { expect, test } from 'vitest';
import { calculator } from '../full.ts';
import { hardwareNamed, isOfHardware, isPlaceNamed } from './names-whole.ts';

const edition = calculator.editions.get(calculator.editions.current);
if (!edition) throw new Error('no current edition');

test.each([
  ['8 x A100 80GB', []],
  ['p4d.24xlarge', []],
  ['one v3-8 TPU', []],
  ['colab T4', ['colab']],
  ['2x AMD EPYC 7742', []],
])('%s is hardware', (text, dropped) => {
  expect(hardwareNamed(edition, text)).toEqual({ dropped });
});

test.each(['8 A100 and 4 H100', 'a model', '8 GPUs', '', 'A100 in Sweden', '-8 A100'])(
  '%s is no single hardware',
  (text) => {
    expect(hardwareNamed(edition, text)).toBeNull();
  },
);

test.each(['Sweden', 'Georgia', 'AWS us-east-1', 'us-east-1', 'colab', 'Boston, MA'])(
  '%s is a place',
  (text) => {
    expect(isPlaceNamed(edition, text)).toBe(true);
  },
);

test.each(['total', 'practice', 'AWS', '8', 'A100', '', '2023'])('%s is none', (text) => {
  expect(isPlaceNamed(edition, text)).toBe(false);
});

test.each(['A100', '8xA100', 'v100s', 'gpu:t4:4', 'p4d.24xlarge', 'v3-8', '4090', 'EPYC', 'h20'])(
  '%s is a word of hardware',
  (word) => {
    expect(isOfHardware(edition, word)).toBe(true);
  },
);

test.each(['8', '80GB', 'Sweden', 'hat', '', '70B'])('%s is none', (word) => {
  expect(isOfHardware(edition, word)).toBe(false);
});
