import { describe, expect, test } from 'vitest';
import { DATA } from '../../vite/folder.ts';
import { contentHash, publishedEditions } from '../../vite/published.ts';
import { editions as first } from '../core.ts';
import type { Edition } from '../edition.ts';
import { editions as all } from '../full.ts';
import { sourceOf } from '../source-of.ts';
import { acceleratorColumns } from '../tables/accelerator.ts';
import { editionsFrom } from './index.ts';
import { CURRENT_EDITION, EDITIONS, editionHash } from './names.ts';

function edition(id: string): Edition {
  const found = all.get(id);
  if (!found) throw new Error(`no edition ${id}`);
  return found;
}

/** The hashes as published; the one of 2026.1 is what version 0.1 printed. */
const PUBLISHED = {
  '2026.1': 'sha256-3b0a51a6c765728ba6fc70d4a43675f30eb657048d5b131e3b3e5b667be50953',
  '2019-paper': 'sha256-0fcc3c6b544153d1b68962705b61a72bee421dc412055e055e4742dc492d2f2d',
};

describe('ids and hashes', () => {
  test('the current edition stands first, the paper’s last', () => {
    expect(EDITIONS[0]).toBe(CURRENT_EDITION);
    expect(EDITIONS).toContain('2026.1');
    expect(EDITIONS.at(-1)).toBe('2019-paper');
    expect(new Set(EDITIONS).size).toBe(EDITIONS.length);
    expect(all).toMatchObject({ current: CURRENT_EDITION, ids: EDITIONS });
    expect(first).toMatchObject({ current: CURRENT_EDITION, ids: EDITIONS });
  });

  test.each(Object.entries(PUBLISHED))('%s has the hash that it was published with', (id, hash) => {
    const { manifest, paths } = publishedEditions(DATA).find(({ folder }) => folder === id) ?? {};
    expect(manifest?.hash).toBe(hash);
    expect(paths && contentHash(paths)).toBe(hash);
    expect(editionHash(id)).toBe(hash);
    expect(edition(id)).toMatchObject({ id, hash });
  });

  test('no other edition', () => {
    expect(all.get('2018.1')).toBeUndefined();
    expect(all.get('toString')).toBeUndefined();
    expect(editionHash('2018.1')).toBeUndefined();
  });
});

describe('an older edition answers by its own tables', () => {
  const [then, now] = [edition('2026.1'), edition(CURRENT_EDITION)];

  test('a row of 2026.1 is what it was', () => {
    expect(then.acceleratorById.get('tpu-v4')).toEqual({
      id: 'tpu-v4',
      name: 'Google TPU v4',
      vendor: 'Google',
      family: 'TPU',
      kind: 'tpu',
      formFactor: 'board',
      segment: 'datacenter',
      year: 2021,
      tdpW: 170,
      tdpMinW: 121,
      tdpMaxW: 192,
      tdpScope: 'measured-mean',
      memoryGb: 32,
      memoryType: 'HBM2',
      fp64Tflops: null,
      fp32Tflops: null,
      tf32TensorTflops: null,
      fp16Tflops: null,
      fp16TensorTflops: null,
      bf16TensorTflops: 275,
      fp8TensorTflops: null,
      int8Tops: 275,
      embodiedKgCo2e: null,
      embodiedSourceId: null,
      embodiedScope: null,
      idleW: 90,
      // Columns that came later.
      idleSourceId: null,
      fp32SourceId: null,
      ratesSourceId: null,
      aliases: ['TPUv4', 'TPU v4', 'cloud-tpu-v4', 'TPU4', 'TPU v4 chip'],
      confidence: 'stated',
      sourceId: 'google-tpu-docs',
      note: 'not a TDP but the measured mean; range 121 to 192 W; apply no utilisation; Epoch AI derives 340 W',
    });
  });

  test('two editions with different tables side by side', () => {
    const ofIdle = (one: Edition) => {
      const row = one.acceleratorById.get('tpu-v4');
      return row && [row.idleW, sourceOf(acceleratorColumns, row, 'idle_w')];
    };
    expect(ofIdle(then)).toEqual([90, null]);
    expect(ofIdle(now)).toEqual([90, 'jouppi-2023']);
    expect(ofIdle(then)).toEqual([90, null]);
  });

  test('processors, instances and names too', () => {
    expect(then.hasPastYears && then.hasMachines).toBe(true);
    expect(then.machines.instances.length).toBe(468);
    expect(then.names.accelerators.match('L4')).toEqual([then.acceleratorById.get('nvidia-l4')]);
    expect(then.accelerators.length).toBe(417);
    expect(then.zoneIntensity.length).toBe(6780 + 1874);
  });
});

test('the part that a page loads first knows older editions by name only', () => {
  expect(first.ids).toContain('2026.1');
  expect(first.get('2026.1')).toBeUndefined();
  expect(first.get('2019-paper')).toEqual(expect.objectContaining({ id: '2019-paper' }));
  expect(first.get(CURRENT_EDITION)).toMatchObject({ hasPastYears: false, hasMachines: false });
});

test('the paper’s edition has everything that it uses', () => {
  const paper = edition('2019-paper');
  expect(paper.providers.map(({ id }) => id)).toEqual(['aws', 'azure', 'gcp']);
  expect(paper.equivalences.map(({ id, kgCo2ePerUnit }) => [id, kgCo2ePerUnit])).toEqual([
    ['car-km', 0.2473],
    ['coal-kg', 1.995],
    ['seedling-10yr', 60],
  ]);
  const rows = [...paper.accelerators, ...paper.regionIntensity, ...paper.offsetClaims];
  for (const { sourceId } of [...rows, ...paper.equivalences]) {
    expect(paper.sourceById.has(sourceId)).toBe(true);
  }
  const { rows: inTables, ...machines } = paper.machines;
  expect(Object.values(machines).flat()).toEqual([]);
  expect([inTables.cpus.length, inTables.instances.length]).toEqual([0, 0]);
});

test('an edition is made when it is first asked for, once', () => {
  let made = 0;
  const paper = edition('2019-paper');
  const some = editionsFrom({
    one: () => {
      made += 1;
      return paper;
    },
  });
  expect(made).toBe(0);
  expect(some.get('one')).toBe(some.get('one'));
  expect(made).toBe(1);
  expect(some).toMatchObject({ current: 'one', ids: ['one'] });
});
