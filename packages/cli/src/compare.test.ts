import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { command } from './testing.ts';

const RUN = 'examples/good/eight-v100.yaml';
const PROJECT = 'examples/good/three-phases.yaml';
const A100 = ['--accelerator', '8xA100-SXM4-40GB', '--hours', '1', '--country', 'US'];

interface Row {
  readonly provider: string;
  readonly country: string;
  readonly name: string;
}
/** The regions of an answer. */
const rows = async (...args: string[]): Promise<Row[]> => {
  const { exit, out, err } = await command(['compare', ...args, '--csv']);
  expect([exit, err]).toEqual([0, '']);
  return parse(out, { columns: true });
};
const of = (list: readonly Row[], key: keyof Row) => [...new Set(list.map((row) => row[key]))];
const refusal = async (...args: string[]) => {
  const { exit, out, err } = await command(['compare', RUN, ...args]);
  expect([exit, out]).toEqual([2, '']);
  return err;
};

describe('regions', () => {
  test('--regions all is what help says: all of them', async () => {
    const all = await rows(RUN, '--regions', 'all');
    expect(all.length).toBeGreaterThan(200);
    expect(all).toEqual(await rows(RUN));
    expect(all).toEqual(await rows(RUN, '--regions'));
  });

  test('of one provider or several, by any of their names', async () => {
    expect(of(await rows(RUN, '--regions', 'gcp'), 'provider')).toEqual(['gcp']);
    const two = of(await rows(RUN, '--regions', 'Google Cloud, aws'), 'provider');
    expect(two.sort()).toEqual(['aws', 'gcp']);
    expect(await rows(RUN, '--providers', 'gcp,aws')).toEqual(
      await rows(RUN, '--regions', 'gcp,aws'),
    );
  });

  test('by continent, in the EU, by country; several of both are taken together', async () => {
    const europe = of(await rows(RUN, '--continents', 'europe'), 'country');
    expect(europe).toContain('CH');
    expect(europe).not.toContain('US');
    const eu = of(await rows(RUN, '--continents', 'EU'), 'country');
    expect(eu).toContain('SE');
    for (const outside of ['CH', 'GB', 'NO']) expect(eu).not.toContain(outside);
    expect(of(await rows(RUN, '--countries', 'France,DE'), 'country').sort()).toEqual(['DE', 'FR']);
    const both = of(await rows(RUN, '--continents', 'eu', '--countries', 'CH'), 'country');
    expect(both.sort()).toEqual([...eu, 'CH'].sort());
    const narrow = await rows(RUN, '--countries', 'FR', '--providers', 'aws');
    expect([of(narrow, 'provider'), of(narrow, 'country')]).toEqual([['aws'], ['FR']]);
  });

  test('where nothing is left, that is said', async () => {
    const { exit, out } = await command(['compare', RUN, '--countries', 'IS']);
    expect(exit).toBe(0);
    expect(out).toMatch(/regions: none that is open to all is left/);
  });

  test.each([
    [['--regions', 'nonsense'], /^--regions: no provider 'nonsense'/],
    [['--regions', 'gcp,nonsense'], /^--regions: no provider 'nonsense'/],
    [
      ['--regions', 'eu-west-1'],
      /^--regions: no provider 'eu-west-1'; it is a region of .*aws.*: name the provider/,
    ],
    [['--providers', 'Frankfurt'], /it is a region of .*aws and .*: name the provider/],
    [['--regions', ''], /^--regions: it is empty; expected names with commas between\n$/],
    [['--providers', ''], /^--providers: it is empty; expected names/],
    [['--countries', ' '], /^--countries: it is empty; expected names/],
    [['--continents', 'EU,'], /^--continents: a name is empty in 'EU,'\n$/],
    [['--accelerators', ''], /^--accelerators: it is empty; expected names/],
    [['--countries', 'US-CA'], /^--countries: no country 'US-CA'; did you mean US\?\n$/],
    [['--providers', 'amazn'], /^--providers: no provider 'amazn'; did you mean .*a/],
    [['--continents', 'Atlantis'], /^--continents: no continent 'Atlantis'.*EU/],
    [['--countries', 'Frence'], /^--countries: no country 'Frence'; did you mean FR/],
    [['--accelerators', 'v10'], /^--accelerators: no accelerator 'v10'/],
    [['--top', '-1'], /^--top: '-1' .*whole number from 1/],
    [['--top', 'abc'], /^--top: 'abc' .*whole number from 1/],
    [['--top', '0'], /^--top: '0' .*whole number from 1/],
    [['--top', '1.5'], /^--top: '1\.5' .*whole number from 1/],
    [['--csv', '--json'], /--json writes JSON, --csv a table/],
  ])('%j is bad input', async (args, message) => {
    expect(await refusal(...args)).toMatch(message);
  });

  test('--top n prints n', async () => {
    const { out } = await command(['compare', RUN, '--regions', 'all', '--top', '3']);
    expect(out.match(/^ {2}\S+ \S+ +.* (less|more), /gm)).toHaveLength(3);
  });
});

describe('where it is offered', () => {
  test('providers whose machines have the chip; which of their regions is not known, and said', async () => {
    const list = of(await rows(...A100, '--offered'), 'provider');
    expect(list).toContain('aws');
    expect(list).not.toContain('hetzner');
    const { out } = await command(['compare', ...A100, '--offered']);
    expect(out).toMatch(/^Offered$/m);
    expect(out).toMatch(/listed by .*aws, .*; which of their regions have it is not known/);
    expect(out).toMatch(/not known of .*hetzner/);
  });

  test('a machine of a cloud is offered by that cloud, a TPU by Google', async () => {
    const aws = ['--instance', 'p4d.24xlarge', '--hours', '1', '--provider', 'aws'];
    const machine = await rows(...aws, '--region', 'us-east-1', '--offered');
    expect(of(machine, 'provider')).toEqual(['aws']);
    const tpu = await rows('--slice', 'v3-8', '--hours', '1', '--country', 'US', '--offered');
    expect(of(tpu, 'provider')).toEqual(['gcp']);
  });

  test('hardware of one’s own: not known, and nothing is left out', async () => {
    const own = ['--energy-kwh', '100', '--country', 'US'];
    const { out } = await command(['compare', ...own, '--offered']);
    expect(out).toMatch(/it is not known who offers it/);
    expect(await rows(...own, '--offered')).toHaveLength((await rows(...own)).length);
  });
});

describe('a project', () => {
  test('is compared as a whole, with the same filters', async () => {
    const list = await rows(PROJECT, '--countries', 'SE', '--offered');
    expect(list.length).toBeGreaterThan(0);
    expect(of(list, 'country')).toEqual(['SE']);
    const { out } = await command(['compare', PROJECT, '--accelerators', 'H100 SXM5 80GB']);
    expect(out).toMatch(/H100/);
  });
});

test('--csv has a header and numbers at full precision', async () => {
  const [first] = await rows(RUN, '--regions', 'gcp');
  expect(first).toMatchObject({ lever: 'region', provider: 'gcp', region: 'europe-north2' });
  expect(Number((first as unknown as { kg_co2e: string }).kg_co2e)).toBeGreaterThan(0);
});

test.each([
  ['--at-utilisation', '0.5'],
  ['--at-repeats', '2'],
  ['--accelerators', 'L4'],
  ['--providers', 'gcp'],
  ['--continents', 'EU'],
  ['--countries', 'FR'],
])('%s takes 500 at most, and says how many were given', async (flag, one) => {
  const err = await refusal(flag, Array(501).fill(one).join(','));
  expect(err).toBe(`${flag}: 501 are asked; expected at most 500\n`);
});

test('a file behind --regions is told, not taken for a provider', async () => {
  for (const file of [RUN, 'nowhere.yml', '-']) {
    const { exit, out, err } = await command(['compare', '--regions', file]);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toBe(
      `--regions: '${file}' is a file, and stands where the names of providers would; expected the file first, or --regions=all ${file}\n`,
    );
  }
  expect((await command(['compare', '--regions=all', RUN])).exit).toBe(0);
});
