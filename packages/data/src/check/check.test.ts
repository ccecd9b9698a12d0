import { describe, expect, test } from 'vitest';
import { readCommons } from '../../vite/read-commons.ts';
import { checkCells } from './cells.ts';
import { type FileText, findingLine } from './finding.ts';
import { checkCommons } from './index.ts';

const sound = readCommons();

/** The commons with one cell of one file changed. */
function broken(file: string, column: string, value: string, row = 0): FileText[] {
  return sound.map((text) => {
    if (text.file !== file) return text;
    const index = text.columns.indexOf(column);
    const rows = text.rows.map((line, at) =>
      at === row
        ? { ...line, cells: line.cells.map((cell, i) => (i === index ? value : cell)) }
        : line,
    );
    return { ...text, rows };
  });
}

/** The same, the row found by what its first cell says. */
function brokenById(file: string, id: string, column: string, value: string): FileText[] {
  const rows = sound.find((text) => text.file === file)?.rows ?? [];
  const at = rows.findIndex(({ cells }) => cells[0] === id);
  if (at < 0) throw new Error(`no row ${id} in ${file}`);
  return broken(file, column, value, at);
}

test('the commons as released is sound', () => {
  expect(checkCommons(sound).map(findingLine)).toEqual([]);
});

describe('a broken row is caught with file, line, column and value', () => {
  test.each([
    ['an empty required cell', 'accelerators.csv', 'name', ''],
    ['a word for a number', 'accelerators.csv', 'tdp_w', 'much'],
    ['a decimal comma', 'accelerators.csv', 'tdp_w', '1,5'],
    ['a number out of bounds', 'accelerators.csv', 'tdp_w', '-5'],
    ['a word outside the vocabulary', 'accelerators.csv', 'kind', 'toaster'],
    ['a source that is not there', 'accelerators.csv', 'source_id', 'hearsay'],
    ['an alias twice', 'accelerators.csv', 'aliases', 'X;x'],
    ['blanks around a cell', 'zones.csv', 'name', ' France'],
    ['half a year', 'accelerators.csv', 'year', '2019.5'],
    ['a zone that is not there', 'regions.csv', 'zone', 'XX'],
    ['a region that is not there', 'region_intensity.csv', 'region', 'moon-1'],
    ['a PUE below 1', 'region_energy.csv', 'pue', '0.9'],
    ['an impossible intensity', 'zone_intensity.csv', 'carbon_intensity_g_per_kwh', '20000'],
    ['a size without memory', 'instance_families.csv', 'sizes', 'large:2'],
    ['a machine twice', 'instance_families.csv', 'sizes', 'large:2:8;large:2:8'],
    ['more vCPU than its host', 'instance_families.csv', 'sizes', 'large:4096:8'],
    ['a name without size', 'instance_families.csv', 'name', 'm5.large'],
    ['a family without sizes', 'instance_families.csv', 'sizes', ''],
    ['an accelerator that is not there', 'instances.csv', 'accelerator_ids', 'nvidia-z9'],
  ])('%s', (_, file, column, value) => {
    const [finding] = checkCommons(broken(file, column, value));
    expect(finding).toMatchObject({ file, line: 2, value });
    expect(finding?.expected).not.toBe('');
  });

  test.each([
    ['a sparse rate for a dense one', 'nvidia-h100-sxm5-80gb', 'fp8_tensor_tflops', '3957.8'],
    ['FP16 summed in FP16', 'nvidia-geforce-rtx-3090', 'fp16_tensor_tflops', '142.3'],
    ['the same before BF16', 'nvidia-geforce-rtx-2080-ti', 'fp16_tensor_tflops', '107.6'],
    ['FP8 summed in FP16', 'nvidia-geforce-rtx-4090', 'fp8_tensor_tflops', '660.8'],
    ['a whole row of sparse rates', 'nvidia-h100-sxm5-80gb', 'fp16_tensor_tflops', '1978.9'],
    ['a source of idle power that is not there', 'tpu-v4', 'idle_source_id', 'hearsay'],
    ['a source of idle power that says another number', 'tpu-v4', 'idle_source_id', 'jouppi-2021'],
    ['a source of a figure that is not there', 'nvidia-l4', 'embodied_source_id', 'falk-2025'],
    ['idle power without its source', 'nvidia-l4', 'idle_source_id', ''],
    ['manufacture without its source', 'nvidia-l4', 'embodied_source_id', ''],
    ['a rate without its source', 'nvidia-l4', 'fp32_source_id', ''],
    ['rates without their source', 'nvidia-l4', 'rates_source_id', ''],
    ['a source of rates that are not there', 'tpu-v4', 'fp32_source_id', 'google-tpu-docs'],
    ['a source of a rate in a note', 'nvidia-l4', 'note', 'FP32 from TechPowerUp'],
    ['manufacture that its source does not say', 'tpu-v6e', 'embodied_source_id', 'falk-2025'],
    ['a share of a host counted as a chip', 'tpu-v5p', 'embodied_scope', 'chip'],
    ['a system of a data centre as a desktop', 'cerebras-wse3', 'embodied_scope', ''],
    ['idle power above rated power', 'nvidia-h100-sxm5-80gb', 'idle_w', '900'],
    ['a lowest power above the usual one', 'nvidia-h100-sxm5-80gb', 'tdp_min_w', '800'],
    [
      'a name of another chip that nobody declared',
      'nvidia-h100-sxm5-80gb',
      'aliases',
      'NVIDIA L4',
    ],
  ])('%s', (_, id, column, value) => {
    const found = checkCommons(brokenById('accelerators.csv', id, column, value));
    expect(found.map((one) => [one.file, one.column])).toContainEqual(['accelerators.csv', column]);
  });

  test.each([
    ['a name of another site', 'lumi', 'aliases', 'jean zay', 'aliases'],
    ['a country that its zone does not lie in', 'lumi', 'country', 'SE', 'country'],
    ['a country of nowhere', 'google-colab', 'country', 'US', 'country'],
    ['a PUE without a source', 'jean-zay', 'pue_source_id', '', 'pue_source_id'],
    ['a PUE that does not say how sure it is', 'jean-zay', 'pue_confidence', '', 'pue_confidence'],
    ['a source of a PUE that is not there', 'lumi', 'pue_source_id', 'grace-hpc', 'pue_source_id'],
    ['a zone that is not there', 'lumi', 'zone', 'XX', 'zone'],
  ])('of a site: %s', (_, id, column, value, told) => {
    const found = checkCommons(brokenById('sites.csv', id, column, value));
    expect(found.map((one) => [one.file, one.column])).toContainEqual(['sites.csv', told]);
  });

  test('a power that a second source contradicts', () => {
    const found = checkCommons(
      brokenById('accelerators.csv', 'nvidia-h100-sxm5-80gb', 'tdp_w', '600'),
    );
    expect(found.some(({ file }) => file === 'server_overhead.csv')).toBe(true);
  });

  test.each([
    ['a zone in a circle', 'zones.csv', 'parent', 'FR', 'FR'],
    ['an ambiguous name that is not', 'ambiguous_aliases.csv', 'alias', 'A100', 'Only One'],
    ['a licence that nobody knows', 'sources.csv', 'licence', 'em-annual-odbl', 'mine'],
    ['a lowest value above the value', 'embodied.csv', 'low', 'tpu-v4i.schneider-2025', '9999'],
  ])('%s', (_, file, column, id, value) => {
    const found = checkCommons(brokenById(file, id, column, value));
    expect(found.some((one) => one.file === file && one.line > 1)).toBe(true);
  });

  test('an intensity that the mix of fuels cannot have', () => {
    const text = sound.find(({ file }) => file === 'zone_intensity.csv');
    const row = text?.rows.findIndex(({ cells }) => cells[0] === 'FR' && cells[1] === '2023') ?? 0;
    const found = checkCommons(
      broken('zone_intensity.csv', 'carbon_intensity_g_per_kwh', '900', row),
    );
    expect(found[0]).toMatchObject({ file: 'zone_intensity.csv', value: '900' });
  });

  test('a share-alike row outside its folder', () => {
    const found = checkCommons(broken('embodied.csv', 'source_id', 'em-annual-odbl', 4));
    expect(found[0]).toMatchObject({ file: 'embodied.csv', column: 'source_id', line: 6 });
  });

  test.each([
    ['a turbo limit below the rated power', 'amd-ryzen-9-5950x', 'max_turbo_power_w', '100'],
    ['a turbo limit that its socket has not', 'amd-ryzen-9-5950x', 'max_turbo_power_w', '180'],
    ['a turbo limit without its source', 'amd-ryzen-9-5950x', 'turbo_source_id', ''],
  ])('%s', (_, id, column, value) => {
    const found = checkCommons(brokenById('cpus.csv', id, column, value));
    expect(found).toEqual([expect.objectContaining({ file: 'cpus.csv', column, value })]);
  });

  test('a configurable power as a turbo limit of a server', () => {
    const epyc = broken('cpus.csv', 'max_turbo_power_w', '400');
    const found = checkCommons(
      epyc.map((text) => {
        const at = text.columns.indexOf('turbo_source_id');
        const cells = (row: readonly string[]) =>
          row.map((cell, i) => (i === at ? 'amd-ppt-2022' : cell));
        const rows = text.rows.map((row, i) =>
          i === 0 ? { ...row, cells: cells(row.cells) } : row,
        );
        return text.file === 'cpus.csv' ? { ...text, rows } : text;
      }),
    );
    expect(found[0]).toMatchObject({ file: 'cpus.csv', line: 2, value: '400' });
  });

  test('manufacture that stands in the evidence only', () => {
    const id = 'dell-r740-full-lca.dell-r740-lca';
    const [found] = checkCommons(brokenById('embodied.csv', id, 'subject', 'nvidia-t4'));
    expect(found).toMatchObject({
      file: 'accelerators.csv',
      column: 'embodied_kg_co2e',
      value: '',
    });
  });

  test('a published table that can no longer be read', () => {
    const old = { file: 'editions/2026.1/zones.csv', columns: ['id', 'title'], rows: [] };
    expect(checkCommons([...sound, old])).toEqual([
      expect.objectContaining({ file: old.file, line: 1, column: 'header' }),
    ]);
    const gone = sound.find(({ file }) => file === 'zones.csv');
    const columns = [...(gone?.columns ?? []), 'height'];
    const [finding] = checkCommons([...sound, { file: old.file, columns, rows: [] }]);
    expect(finding).toMatchObject({ file: old.file, column: 'header' });
  });

  test('the paper’s tables refer to its own sources', () => {
    const file = 'editions/2019-paper/offsets.csv';
    const [finding] = checkCommons(broken(file, 'source_id', 'em-annual-odbl'));
    expect(finding).toMatchObject({ file, value: 'em-annual-odbl' });
    expect(finding?.expected).toContain('editions/2019-paper/sources.csv');
  });

  test('one key on two rows', () => {
    const zones = sound.find(({ file }) => file === 'zones.csv');
    const id = zones?.rows[0]?.cells[0] ?? '';
    const [finding] = checkCommons(broken('zones.csv', 'id', id, 1));
    expect(finding).toMatchObject({ file: 'zones.csv', line: 3, column: 'id', value: id });
  });

  test('a column too many', () => {
    const text = { file: 'x.csv', columns: ['id', 'extra'], rows: [] };
    const [finding] = checkCells(text, { about: '', columns: {}, key: [] });
    expect(finding).toMatchObject({ line: 1, column: 'header' });
  });

  test('a file that is gone, and one that nobody knows', () => {
    const without = sound.filter(({ file }) => file !== 'zones.csv');
    expect(checkCommons(without)[0]).toMatchObject({ file: 'zones.csv' });
    const more = [...sound, { file: 'stray.csv', columns: [], rows: [] }];
    expect(checkCommons(more)[0]).toMatchObject({ file: 'stray.csv' });
  });
});
