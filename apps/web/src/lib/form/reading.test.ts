import { calculator } from '@ml-emissions/calculator/full';
import { expect, test } from 'vitest';
import { engineOf } from '../state/engine.ts';
import type { RunForm } from '../state/fields.ts';
import { readHardware, readPlace } from './reading.ts';

const engine = engineOf(calculator);
const edition = engine.editions.current;

const REST = { deviceHours: 1000, carbonIntensityGPerKwh: 100 } as const;

/** What the fields say, or the code of what is wrong. */
function fieldsOf(reading: ReturnType<typeof readHardware>): Partial<RunForm> | string {
  return 'problem' in reading ? reading.problem.code : reading.fields;
}

test.each([
  '8 x NVIDIA A100 SXM4 80GB',
  '8 v100 GPUs',
  'TPU v3-8',
  '2xL4',
  'Apple M1',
  '32x T4 (4 nodes)',
  '4 nodes, 8 T4 each',
  '8x T4, 4 nodes',
  '--gres=gpu:t4:4',
  'RTX 4090D',
  'A100 300W',
  'nonsense',
])('hardware, %s: the page says what a run is', (text) => {
  const parsed = engine.parseRun({ ...REST, hardware: [{ accelerator: text }] });
  const fields = fieldsOf(readHardware(engine, text, edition));
  if (!parsed.ok) {
    expect(fields).toBe(parsed.problems[0].code);
    return;
  }
  const [chip] = parsed.run.hardware;
  const name = engine.catalogue(edition).accelerator(String(chip?.accelerator))?.name;
  expect(fields).toMatchObject({
    accelerator: name,
    ...(chip?.count === undefined ? {} : { count: String(chip.count) }),
    ...(parsed.run.nodes === undefined ? {} : { nodes: String(parsed.run.nodes) }),
  });
});

test.each([
  'Boston, MA',
  'Köln',
  'Cambridge',
  'Paris France',
  'Quebec, Canada',
  'SE3',
  'Saga',
  'AWS us-east-1',
  'nonsense',
])('a place, %s: the page says what a run is', (text) => {
  const chip = [{ accelerator: { name: 'any', tdpW: 100 } }];
  const parsed = engine.parseRun({ hours: 1, hardware: chip, place: { zone: text } });
  const fields = fieldsOf(readPlace(engine, text, edition));
  if (!parsed.ok) {
    expect(fields).toBe(parsed.problems[0].code);
    return;
  }
  const { place } = parsed.run;
  const said = typeof fields === 'string' ? [] : Object.values(fields);
  for (const id of Object.values(place ?? {})) expect(said).toContain(id);
});

test.each([
  ['Xeon E5-2670 v3', { cpu: 'intel-xeon-e5-2670-v3' }],
  ['2x AMD EPYC 7742 64-Core Processor', { cpu: 'amd-epyc-7742', cpuCount: '2' }],
  ['Xeon 6148', { cpu: 'intel-xeon-gold-6148', chip: 'none' }],
])('a processor, %s', (text, expected) => {
  expect(fieldsOf(readHardware(engine, text, edition))).toMatchObject(expected);
});

test.each(['H1000', 'RTX 40900', 'MI2500', 'A1000000', 'Tesla', 'GeForce', 'nonsense'])(
  'what is no processor, %s, becomes none',
  (text) => {
    expect(readHardware(engine, text, edition)).toHaveProperty('problem');
  },
);
