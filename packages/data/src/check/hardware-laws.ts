import type { FileText, Finding } from './finding.ts';
import { type NamedRow, namedRows } from './rows.ts';

const FILE = 'accelerators.csv';

/** Dense matrix rates against FP16: a sparse figure is twice as high and breaks these. */
const DENSE: readonly { readonly column: string; readonly most: number }[] = [
  { column: 'tf32_tensor_tflops', most: 0.55 },
  { column: 'bf16_tensor_tflops', most: 1.05 },
  { column: 'fp8_tensor_tflops', most: 2.1 },
  { column: 'int8_tops', most: 2.1 },
];
const BASE = 'fp16_tensor_tflops';
const BF16 = 'bf16_tensor_tflops';
const INT8 = 'int8_tops';

/** BF16 is summed in FP32 always: FP16 above it is summed in FP16, which all matrix rates of this table are not. */
const FP16_OVER_BF16 = 1.05;

/**
 * GeForce cards sum FP16 products in FP32 at half the rate of NVIDIA's other chips, and INT8 at the same: there INT8 is
 * four times FP16, not twice.
 *
 * Source: NVIDIA's white papers on Turing, GA102 and Ada, tables of peak rates "with FP32 accumulate".
 */
const HALVED = /^nvidia-geforce-/;
const HALVED_INT8 = { least: 3.8, most: 4.2 } as const;

/** A whole row of sparse figures stands out against its family: matrix to vector rate. */
const FAMILY_MOST = 1.6;

/** A second source's power may differ by this much before somebody must say which is right. */
const TDP_AGREES = 0.02;
/** Rows that give the power of many chips together. */
const WHOLE = new Set(['cluster', 'system']);
const SECOND: readonly { readonly file: string; readonly column: string }[] = [
  { file: 'server_overhead.csv', column: 'accelerator_tdp_w' },
  { file: 'typical_utilisation.csv', column: 'tdp_w' },
];

/** Laws of the accelerators' figures. */
export function checkHardware(files: ReadonlyMap<string, FileText>): Finding[] {
  const rows = namedRows(files.get(FILE));
  const excused = exceptions(files);
  return [
    ...rows.flatMap(orderOfPowers),
    ...rows.flatMap(denseRates),
    ...rows.flatMap(summedInFp32),
    ...familyRates(rows),
    ...secondSources(files, rows),
  ].filter(({ file, line, column }) => {
    const id = rows.find((row) => row.line === line)?.cell('id') ?? '';
    return file !== FILE || !excused.has(`${file} ${id} ${column}`);
  });
}

function exceptions(files: ReadonlyMap<string, FileText>): ReadonlySet<string> {
  return new Set(
    namedRows(files.get('check_exceptions.csv')).map(
      ({ cell }) => `${cell('file')} ${cell('row')} ${cell('column')}`,
    ),
  );
}

function finding(row: NamedRow, column: string, expected: string): Finding {
  return { file: FILE, line: row.line, column, value: row.cell(column), expected };
}

function orderOfPowers(row: NamedRow): Finding[] {
  const [tdp, min, max, idle] = ['tdp_w', 'tdp_min_w', 'tdp_max_w', 'idle_w'].map(row.number);
  const findings: Finding[] = [];
  if (min != null && tdp != null && min > tdp)
    findings.push(finding(row, 'tdp_min_w', `at most tdp_w ${tdp}`));
  if (max != null && tdp != null && max < tdp)
    findings.push(finding(row, 'tdp_max_w', `at least tdp_w ${tdp}`));
  if (idle != null && tdp != null && idle >= tdp)
    findings.push(finding(row, 'idle_w', `below tdp_w ${tdp}`));
  return findings;
}

function denseRates(row: NamedRow): Finding[] {
  const base = row.number(BASE);
  if (base === null) return [];
  return DENSE.flatMap(({ column, most }) => {
    const rate = row.number(column);
    if (column === INT8 && HALVED.test(row.cell('id'))) return [];
    if (rate === null || rate <= most * base) return [];
    return [finding(row, column, `at most ${most} x ${BASE} (dense, not sparse)`)];
  });
}

/** FP16 products summed in FP32, as training does, on every row: a mix makes one card twice as fast as it is. */
function summedInFp32(row: NamedRow): Finding[] {
  const [base, bf16, int8] = [BASE, BF16, INT8].map(row.number);
  if (base === null || base === undefined) return [];
  if (bf16 != null && base > FP16_OVER_BF16 * bf16)
    return [finding(row, BASE, `at most ${FP16_OVER_BF16} x ${BF16} (summed in FP32)`)];
  if (int8 == null || !HALVED.test(row.cell('id'))) return [];
  const { least, most } = HALVED_INT8;
  if (int8 >= least * base && int8 <= most * base) return [];
  return [finding(row, BASE, `a quarter of ${INT8} on a GeForce card (summed in FP32)`)];
}

function familyRates(rows: readonly NamedRow[]): Finding[] {
  const families = new Map<string, { row: NamedRow; ratio: number }[]>();
  for (const row of rows) {
    const [matrix, vector] = [row.number(BASE), row.number('fp32_tflops')];
    if (matrix === null || vector === null) continue;
    const family = `${row.cell('vendor')} ${row.cell('family')}`;
    families.set(family, [...(families.get(family) ?? []), { row, ratio: matrix / vector }]);
  }
  return [...families.values()].flatMap((members) =>
    members.flatMap(({ row, ratio }) => {
      const others = members.filter((other) => other.row !== row).map((other) => other.ratio);
      if (others.length === 0 || ratio <= FAMILY_MOST * Math.max(...others)) return [];
      return [finding(row, BASE, 'a dense rate: no other of its family is as high against FP32')];
    }),
  );
}

function secondSources(files: ReadonlyMap<string, FileText>, rows: readonly NamedRow[]): Finding[] {
  const byId = new Map(rows.map((row) => [row.cell('id'), row]));
  return SECOND.flatMap(({ file, column }) =>
    namedRows(files.get(file)).flatMap((second) => {
      const row = byId.get(second.cell('accelerator_id'));
      const [said, tdp] = [second.number(column), row?.number('tdp_w')];
      if (WHOLE.has(second.cell('scope'))) return [];
      if (said === null || tdp === null || tdp === undefined || !row) return [];
      const [low, high] = [row.number('tdp_min_w') ?? tdp, row.number('tdp_max_w') ?? tdp];
      if (said >= low * (1 - TDP_AGREES) && said <= high * (1 + TDP_AGREES)) return [];
      const expected = `the ${tdp} W of ${row.cell('id')}, or a range there that holds it`;
      return [{ file, line: second.line, column, value: String(said), expected }];
    }),
  );
}
