import { expect, test } from 'vitest';
import { calculatorFrom, rankedNow } from '../as-needed.ts';

const noFile = () => '';
const { editions, ...calculator } = calculatorFrom(noFile);
const edition = editions.get(editions.current);
if (!edition) throw new Error('no edition');
const RANKED = rankedNow(edition);

test('a ranking that a build kept gives every place of an answer to the last digit', () => {
  const kept = calculatorFrom(noFile, JSON.parse(JSON.stringify(RANKED)));
  const places = [{ provider: 'gcp', region: 'us-central1' }, { country: 'SE' }, { country: 'PL' }];
  const variants = places.flatMap((place) => [
    { place },
    { place, hours: 2 },
    { place, year: 2021 },
    { place, scope: 'direct' },
    { place, method: 'lacoste-2019', edition: '2019-paper', hours: 3 },
    { place, edition: '2026.1' },
  ]);
  let answered = 0;
  for (const variant of variants) {
    const input = {
      hardware: [{ accelerator: 'Tesla V100-SXM2-16GB', count: 8 }],
      hours: 400,
      ...variant,
    };
    const [own, its] = [calculator, kept].map((one) => {
      const parsed = one.parseRun(input as never);
      return parsed.ok ? one.estimate(parsed.run) : parsed.problems;
    });
    expect(its, JSON.stringify(variant)).toEqual(own);
    if (own && 'alternatives' in own && own.alternatives.anywhere) answered += 1;
  }
  expect(answered).toBeGreaterThan(8);
});

test('a kept ranking is what is answered from', () => {
  const [lowest] = RANKED;
  if (!lowest) throw new Error('no place');
  const other = { provider: 'aws', region: 'eu-west-3', gPerItKwh: 1 };
  const kept = calculatorFrom(noFile, [other, lowest]);
  const parsed = kept.parseRun({ energyKwh: 5, place: { country: 'PL' } });
  const { anywhere } = parsed.ok ? kept.estimate(parsed.run).alternatives : {};
  expect(anywhere).toMatchObject({ provider: 'aws', region: 'eu-west-3' });
});
