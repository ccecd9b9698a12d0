import { describe, expect, test } from 'vitest';
import { command } from './testing.ts';

describe('list', () => {
  test.each([
    ['accelerators', 380],
    ['cpus', 2000],
    ['instances', 420],
    ['regions', 400],
    ['zones', 400],
    ['slices', 140],
    ['providers', 19],
    ['sites', 60],
    ['sources', 100],
  ])('%s: at least %d rows', async (name, least) => {
    const { exit, out } = await command(['list', name, '--json']);
    expect(exit).toBe(0);
    expect(JSON.parse(out).length).toBeGreaterThanOrEqual(least);
  });

  test('--search takes words in any order', async () => {
    const { out } = await command(['list', 'accelerators', '--search', '80gb pcie a100', '--json']);
    expect(JSON.parse(out)[0].id).toBe('nvidia-a100-pcie-80gb');
  });

  test('sites are found by name first, then by operator, city or country', async () => {
    const ids = async (words: string) => {
      const { out } = await command(['list', 'sites', '--search', words, '--json']);
      return JSON.parse(out).map(({ id }: { readonly id: string }) => id);
    };
    expect(await ids('fir')).toEqual(['fir']);
    expect(await ids('canada')).toContain('narval');
    expect(await ids('orsay')).toEqual(['jean-zay']);
    expect(await ids('atlantis')).toEqual([]);
  });

  test('--csv has a header and a line a row', async () => {
    const { out } = await command(['list', 'regions', '--search', 'frankfurt aws', '--csv']);
    expect(out.split('\n')[0]).toContain('provider,region');
  });

  test('a search without a match says so', async () => {
    const { exit, out } = await command(['list', 'zones', '--search', 'atlantis']);
    expect(exit).toBe(0);
    expect(out).toBe('nothing found\n');
  });

  test('a table that is not there is bad input', async () => {
    const { exit, err } = await command(['list', 'toasters']);
    expect(exit).toBe(2);
    expect(err).toContain('accelerators');
  });
});

const kinds = async (...name: string[]) => {
  const { out } = await command(['show', ...name, '--json']);
  return JSON.parse(out).map(({ kind, row }: { kind: string; row: Record<string, string> }) =>
    [kind, row.id ?? row.region ?? row.name].join(' '),
  );
};

describe('show finds a thing by what a person types', () => {
  test.each([
    [['A100-SXM4-80GB'], ['accelerator nvidia-a100-sxm4-80gb']],
    [['NVIDIA A100 80GB PCIe'], ['accelerator nvidia-a100-pcie-80gb']],
    [['a100-80gb-sxm'], ['accelerator nvidia-a100-sxm4-80gb']],
    [['p4d.24xlarge'], ['instance aws/p4d.24xlarge']],
    [['Standard_ND96amsr_A100_v4'], ['instance azure/standard_nd96amsr_a100_v4']],
    [['a2-highgpu-8g'], ['instance gcp/a2-highgpu-8g']],
    [['v3-8'], ['slice v3-8']],
  ])('%j', async (name, expected) => {
    expect(await kinds(...name)).toEqual(expected);
  });

  test('an ambiguous name shows all that it may be', async () => {
    const { out } = await command(['show', 'h100']);
    expect(out).toMatch(/^'h100' names \d+ things/);
    expect(out).toContain('nvidia-h100-pcie-80gb');
    expect(out).toContain('nvidia-h100-sxm5-80gb');
  });

  test('a place in words: us east virginia, Frankfurt', async () => {
    expect(await kinds('us', 'east', 'virginia')).toContain('region us-east-1');
    expect(await kinds('Frankfurt')).toContain('region europe-west3');
  });

  test('sources come with it', async () => {
    const { out } = await command(['show', 'v3-256', '--json']);
    const [slice] = JSON.parse(out);
    expect(slice.row).toMatchObject({ chips: 128, cores: 256 });
    expect(slice.sources.length).toBeGreaterThan(0);
  });

  test('an unknown name has the nearest ones', async () => {
    const { exit, out, err } = await command(['show', 'v10']);
    expect(exit).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/did you mean .*V100/);
  });
});
