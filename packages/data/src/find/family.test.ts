import { expect, test } from 'vitest';
import type { Edition } from '../edition.ts';
import { editions } from '../full.ts';
import { customMachine, machinesOfFamily } from './family.ts';
import { instanceById } from './instance.ts';

const edition = editions.get(editions.current) as Edition;
const machine = (id: string) => instanceById(edition, id);

test('a family of one processor has it; one of several has none, and its description', () => {
  expect(machine('aws/c1.medium')).toMatchObject({ cpuId: 'intel-xeon-e5-2651-v2', vcpu: 2 });
  expect(machine('aws/m5.large')).toMatchObject({
    cpuId: null,
    cpuModel: 'Intel Xeon Platinum 8175M or Intel Xeon Platinum 8259CL',
  });
});

test('a machine of all processors of its host is the whole host, and metal is told', () => {
  expect(machine('aws/m5.24xlarge')).toMatchObject({ wholeHost: 'yes', bareMetal: null });
  expect(machine('aws/m5.large')).toMatchObject({ wholeHost: null, bareMetal: null });
  expect(machine('aws/m5.metal')).toMatchObject({ wholeHost: 'yes', bareMetal: 'yes' });
});

test('a custom machine has what its name says, down to one processor and one MB', () => {
  const custom = (text: string) => customMachine(families, text);
  const families = edition.machines.families;
  expect(custom('n1-custom-1-1')).toMatchObject({ vcpu: 1, memoryGb: 1 / 1024 });
  expect(custom('custom-4-5120')).toMatchObject({ instance: 'n1-custom-4-5120', memoryGb: 5 });
  expect(custom('n1-custom-2-8192-ext')?.instance).toBe('n1-custom-2-8192-ext');
  for (const none of ['n1-custom-0-3840', 'n1-custom-2-0', 'n1-custom-2', 'm5-custom-2-8192'])
    expect(custom(none), none).toBeUndefined();
});

test('a family without custom machines has none', () => {
  const closed = edition.machines.families.map((one) => ({ ...one, customMaxVcpu: null }));
  expect(customMachine(closed, 'n1-custom-1-3840')).toBeUndefined();
});

const family = {
  ...edition.machines.families.find(({ customMaxVcpu }) => customMaxVcpu !== null),
  id: 'gcp/x1',
  provider: 'gcp',
  family: 'x1',
  name: 'X1-*',
  sizes: ['small:1:2.5', 'full:8:32', 'metal-8:16:64'],
  cpuIds: ['cpu-a'],
  hostVcpu: 8,
  customMaxVcpu: 8,
} as Parameters<typeof machinesOfFamily>[0];

test('the machines of a family by hand', () => {
  const machines = machinesOfFamily(family);
  expect(
    machines.map(({ id, instance, vcpu, memoryGb, wholeHost, bareMetal, cpuId }) => [
      ...[id, instance, vcpu, memoryGb, wholeHost, bareMetal, cpuId],
    ]),
  ).toEqual([
    ['gcp/x1-small', 'X1-small', 1, 2.5, null, null, 'cpu-a'],
    ['gcp/x1-full', 'X1-full', 8, 32, 'yes', null, 'cpu-a'],
    ['gcp/x1-metal-8', 'X1-metal-8', 16, 64, null, 'yes', 'cpu-a'],
  ]);
  expect(machines[0]).toMatchObject({ acceleratorIds: [], acceleratorCount: null, family });
  for (const cpuIds of [[], ['cpu-a', 'cpu-b']])
    expect(machinesOfFamily({ ...family, cpuIds })[0]?.cpuId).toBeNull();
});

test('as many virtual processors as the family has, no more', () => {
  const custom = { ...family, name: 'x1-custom-*', sizes: [] };
  expect(customMachine([custom], 'x1-custom-8-1024')).toMatchObject({ vcpu: 8, memoryGb: 1 });
  expect(customMachine([custom], 'x1-custom-9-1024')).toBeUndefined();
});
