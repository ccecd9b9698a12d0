import { describe, expect, test } from 'vitest';
import { acceleratorsOf, machineOf, ownMachine } from './machine.ts';
import { current, defaultsBut, editionWith, runOf } from './testing.ts';

const formOf = (
  accelerator: string | { readonly name: string; readonly tdpW: number },
  edition = current,
) => acceleratorsOf(edition, { hardware: [{ accelerator, count: 1 }] })[0]?.form;

describe('the form of an accelerator', () => {
  test.each([
    ['nvidia-a100-sxm4-80gb', 'sxm'],
    ['amd-mi250x', 'sxm'],
    ['nvidia-t4', 'pcie'],
    ['nvidia-titan-rtx', 'pcie'],
    ['nvidia-gb200-gpu', 'sxm'],
    ['nvidia-gh200-96gb', 'superchip'],
    ['tpu-v3', 'tpu'],
    ['apple-m2-max', 'whole'],
    ['nvidia-jetson-agx-xavier-32gb', 'whole'],
    ['aws-trainium1', 'sxm'],
  ])('%s: %s', (id, form) => {
    expect(current.acceleratorById.has(id)).toBe(true);
    expect(formOf(id)).toBe(form);
  });

  test.each(['sxm', 'oam', 'module', 'board'] as const)(
    'built in as %s it is a module',
    (formFactor) => {
      const [row] = current.accelerators;
      const one = {
        ...row,
        id: 'x',
        kind: 'gpu',
        segment: 'datacenter',
        tdpScope: 'chip',
        formFactor,
      };
      expect(formOf('x', editionWith({ accelerators: [one as never] }))).toBe('sxm');
    },
  );

  test.each([
    ['system', 'pcie', 'datacenter'],
    ['chip', 'soc', 'datacenter'],
    ['chip', 'pcie', 'edge'],
  ])('rated as %s, a %s for %s: it is the whole machine', (tdpScope, formFactor, segment) => {
    const [row] = current.accelerators;
    const one = { ...row, id: 'x', kind: 'gpu', segment, tdpScope, formFactor };
    expect(formOf('x', editionWith({ accelerators: [one as never] }))).toBe('whole');
  });

  test('what nobody lists is a module above 400 W, a card up to it and where the edition has no rule', () => {
    expect(formOf({ name: 'mine', tdpW: 401 })).toBe('sxm');
    expect(formOf({ name: 'mine', tdpW: 400 })).toBe('pcie');
    expect(formOf({ name: 'mine', tdpW: 9000 }, editionWith({ coefficients: [] }))).toBe('pcie');
    expect(formOf('no-such-chip')).toBe('pcie');
    const hardware = [{ accelerator: 'no-such-chip', count: 1 }];
    expect(acceleratorsOf(current, { hardware })[0]?.row).toBeNull();
  });
});

describe('the accelerators of a run', () => {
  test('as told, each with its place and its quantity', () => {
    const hardware = [
      { accelerator: 'nvidia-t4', count: 2 },
      { accelerator: { name: 'mine', tdpW: 100 }, count: 0.5 },
    ];
    expect(acceleratorsOf(current, { hardware })).toEqual([
      {
        hardware: hardware[0],
        row: current.acceleratorById.get('nvidia-t4'),
        form: 'pcie',
        index: 0,
        quantity: { of: '/hardware/0/count', per: 1 },
      },
      {
        hardware: hardware[1],
        row: null,
        form: 'pcie',
        index: 1,
        quantity: { of: '/hardware/1/count', per: 1 },
      },
    ]);
  });

  test.each([
    [undefined, 8],
    [5, 40],
  ])('of %s instances of eight: %d', (instanceCount, count) => {
    const run = {
      hardware: [],
      instance: 'aws/p4d.24xlarge',
      ...(instanceCount && { instanceCount }),
    };
    expect(acceleratorsOf(current, run)).toMatchObject([
      {
        hardware: { accelerator: 'nvidia-a100-sxm4-40gb', count },
        index: 0,
        quantity: { of: '/instanceCount', per: 8 },
      },
    ]);
  });

  test('an instance that says no number has one; without an accelerator, or unknown, it has none', () => {
    const [row] = current.machines.instances;
    if (!row) throw new Error('no instances');
    const with1 = { ...row, id: 'a/x', acceleratorIds: ['nvidia-t4'], acceleratorCount: null };
    const with0 = { ...row, id: 'a/y', acceleratorIds: [] };
    const edition = editionWith({}, { machines: { instances: [with1, with0] } });
    const counts = (instance: string) =>
      acceleratorsOf(edition, { hardware: [], instance, instanceCount: 3 }).map(
        ({ hardware }) => hardware.count,
      );
    expect(counts('a/x')).toEqual([3]);
    expect(counts('a/y')).toEqual([]);
    expect(counts('a/z')).toEqual([]);
  });

  test('of a TPU slice, whose chips no quantity changes', () => {
    expect(acceleratorsOf(current, { hardware: [], slice: 'v3-8' })).toMatchObject([
      { hardware: { accelerator: 'tpu-v3', count: 4 }, form: 'tpu', index: 0, quantity: null },
    ]);
    expect(acceleratorsOf(current, { hardware: [], slice: 'v0-0' })).toEqual([]);
  });
});

describe('the machine of a run', () => {
  test('its site: as told, else that of the provider, else unknown', () => {
    const site = (run: Parameters<typeof runOf>[0]) => machineOf(current, runOf(run)).site;
    const equinix = { provider: 'equinix', region: 'x' };
    expect(site({ place: equinix, site: 'own-cluster' })).toBe('own-cluster');
    expect(site({ place: equinix })).toBe('colocation');
    expect(site({ place: { provider: 'nobody', region: 'x' } })).toBe('cloud');
    expect(site({ place: { country: 'FR' } })).toBeNull();
    expect(site({})).toBeNull();
  });

  test('its instance and processor, where they are known', () => {
    const bare = machineOf(current, runOf({}));
    expect(bare).toEqual({
      accelerators: [],
      instance: null,
      instanceCount: 1,
      cpu: null,
      site: null,
      isDeskOrRoom: false,
    });
    const full = machineOf(
      current,
      runOf({ instance: 'aws/p4d.24xlarge', instanceCount: 5, host: { cpu: 'amd-epyc-7742' } }),
    );
    expect(full.instance?.instance).toBe('p4d.24xlarge');
    expect(full.instanceCount).toBe(5);
    expect(full.cpu?.name).toBe('AMD EPYC 7742');
    const unknown = machineOf(current, runOf({ instance: 'a/b', host: { cpu: 'abacus' } }));
    expect(unknown).toMatchObject({ instance: null, cpu: null });
  });

  test('it is one’s own on a desk only', () => {
    const own = (site: 'desktop' | 'laptop' | 'cloud') =>
      ownMachine(machineOf(current, runOf({ site })));
    expect(own('desktop')).toBe('desktop');
    expect(own('laptop')).toBe('laptop');
    expect(own('cloud')).toBeNull();
  });
});

describe('where parts stand that nobody told', () => {
  const site = (over: Parameters<typeof runOf>[0], edition = current) =>
    machineOf(edition, runOf(over)).site;
  const cards = (accelerator: string, count: number) => ({ hardware: [{ accelerator, count }] });
  const GEFORCE = 'nvidia-geforce-rtx-4090';
  const JETSON = 'nvidia-jetson-agx-orin-64gb';

  test.each([
    [cards(GEFORCE, 1), 'desktop'],
    [cards(GEFORCE, 4), 'desktop'],
    [{ ...cards(GEFORCE, 1), host: { cpu: 'intel-core-i9-13900k' } }, 'desktop'],
    [cards('apple-m2-max', 1), 'desktop'],
    [{ host: { cpu: 'intel-core-i9-13900k' } }, 'desktop'],
    [{ ...cards('nvidia-rtx-a6000', 1), host: { cpu: 'intel-core-i9-13900k' } }, 'desktop'],
    [cards('nvidia-geforce-rtx-3070-laptop', 1), 'laptop'],
    [{ ...cards(GEFORCE, 1), place: { country: 'FR' } }, 'desktop'],
    [{ ...cards(GEFORCE, 2), nodes: 2 }, 'desktop'],
    [{ ...cards(GEFORCE, 8), nodes: 2 }, 'desktop'],
    [{ host: { cpu: 'intel-core-i9-13900k', cpuCount: 2 }, nodes: 2 }, 'desktop'],
    [cards(JETSON, 1), 'desktop'],
    [{ ...cards(JETSON, 20), place: { country: 'FR' } }, 'desktop'],
  ])('on a desk: %j, %s', (run, expected) => {
    expect(site(run)).toBe(expected);
  });

  test.each([
    ['more than a desktop holds', cards(GEFORCE, 5)],
    ['more than two desktops hold', { ...cards(GEFORCE, 9), nodes: 2 }],
    [
      'an edge device beside a card',
      { hardware: [...cards(JETSON, 1).hardware, ...cards(GEFORCE, 1).hardware] },
    ],
    [
      'an edge device beside a processor of servers',
      { ...cards(JETSON, 1), host: { cpu: 'amd-epyc-7742' } },
    ],
    ['a processor of servers', { ...cards(GEFORCE, 1), host: { cpu: 'amd-epyc-7742' } }],
    ['several processors', { host: { cpu: 'intel-core-i9-13900k', cpuCount: 2 } }],
    ['a card of workstations alone', cards('nvidia-rtx-a6000', 1)],
    ['a card of data centres', cards('nvidia-t4', 1)],
    ['nothing', {}],
  ])('not on a desk: %s', (_, run) => {
    expect(site(run)).toBeNull();
  });

  test.each([
    [cards(GEFORCE, 5), true],
    [cards('nvidia-rtx-a6000', 1), true],
    [{ host: { cpu: 'intel-core-i9-13900k', cpuCount: 2 } }, true],
    [{ ...cards(GEFORCE, 5), place: { country: 'FR' } }, true],
    [cards(GEFORCE, 4), false],
    [{ ...cards(GEFORCE, 5), site: 'colocation' as const }, false],
    [{ ...cards(GEFORCE, 5), place: { provider: 'gcp', country: 'US' } }, false],
    [{ ...cards(GEFORCE, 5), host: { cpu: 'amd-epyc-7742' } }, false],
    [cards('nvidia-t4', 1), false],
    [cards('mine', 1), false],
    [{}, false],
  ])('at a desk or in a room, who knows: %j, %s', (run, expected) => {
    expect(machineOf(current, runOf(run)).isDeskOrRoom).toBe(expected);
  });

  test('a provider, a named site or a word of the user’s says more', () => {
    const one = cards(GEFORCE, 1);
    expect(site({ ...one, place: { provider: 'gcp', country: 'US' } })).toBe('hyperscale');
    expect(site({ ...one, place: { site: 'jean-zay' } })).toBe('own-cluster');
    expect(site({ ...one, site: 'own-cluster' })).toBe('own-cluster');
  });

  test('editions from before do not know', () => {
    const before = editionWith(defaultsBut({ 'embodied.average-use-own-machine': null }));
    expect(site(cards(GEFORCE, 1), before)).toBeNull();
  });
});

test('the kind of site is as told, else that of the named site, else that of the provider', () => {
  const kind = (over: Parameters<typeof runOf>[0]) => machineOf(current, runOf(over)).site;
  expect(kind({ place: { site: 'jean-zay' } })).toBe('own-cluster');
  expect(kind({ place: { site: 'google-colab' } })).toBe('cloud');
  expect(kind({ place: { site: 'jean-zay' }, site: 'colocation' })).toBe('colocation');
  expect(kind({ place: { provider: 'gcp', country: 'US' } })).toBe('hyperscale');
  expect(kind({ place: { country: 'US' } })).toBeNull();
});
