import type { Edition } from '@ml-emissions/data';
import type { Notice, Run } from '@ml-emissions/model';
import type { Machine } from '@ml-emissions/rates';
import { type Row, type Rows, RUN_FIELDS } from '@ml-emissions/schema';
import { describeAccelerator } from '../parse/hardware.ts';

interface Read {
  readonly edition: Edition;
  readonly run: Run;
  readonly machine: Machine;
}

/** What else a name in the run may have meant. */
export function readingWarnings({ edition, run, machine }: Read): Notice[] {
  const warnings: Notice[] = [];
  for (const { field, said: text, taken, others = [], count, dropped } of run.readings ?? []) {
    const row = (RUN_FIELDS as Rows)[field.replace(/\/\d+/g, '/*')];
    if (row && 'to' in row) {
      warnings.push({ field, said: { code: 'read-as', text, taken, unit: unitOf(row) } });
      continue;
    }
    if (dropped !== undefined) {
      const name = nameOf(edition, taken);
      warnings.push({ field, said: { code: 'read-in-part', text, name, dropped } });
    }
    if (count !== undefined) {
      const chip = edition.acceleratorById.get(taken)?.name ?? taken;
      warnings.push({ field, said: { code: 'read-as-chips', text, chip, count } });
    }
    if (field === '/host/cpu' && others.length === 0 && dropped === undefined) {
      const processor = edition.names.cpus.byId(taken)?.name ?? taken;
      warnings.push({ field, said: { code: 'read-as-processor', text, processor } });
    }
    if (others.length === 0) continue;
    const ids = [taken, ...others];
    const isCpu = field === '/host/cpu';
    const names = isCpu
      ? ids.map((id) => edition.names.cpus.byId(id)?.name ?? id)
      : ids.map((id) => {
          const row = edition.acceleratorById.get(id);
          return row ? describeAccelerator(row) : id;
        });
    const code = isCpu ? 'ambiguous-cpu' : 'ambiguous-accelerator';
    warnings.push({ field, said: { code, text, names } });
  }
  const { instance } = machine;
  if (instance && instance.acceleratorIds.length > 1) {
    const names = instance.acceleratorIds.map((id) => edition.acceleratorById.get(id)?.name ?? '');
    warnings.push({
      field: '/instance',
      said: { code: 'instance-ambiguous', instance: instance.instance, names },
    });
  }
  return warnings;
}

/** What people call a zone, a chip or a processor; the id of anything else. */
function nameOf(edition: Edition, id: string): string {
  const row = edition.zoneById.get(id) ?? edition.acceleratorById.get(id);
  return (row ?? (edition.hasMachines ? edition.names.cpus.byId(id) : undefined))?.name ?? id;
}

/** The unit that a field's number is in; '' for a count or a share. */
const unitOf = (row: Row): string => ('unit' in row ? (row.unit ?? '') : '');
