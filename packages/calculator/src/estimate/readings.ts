import type { Edition } from '@ml-emissions/data';
import type { Run, Warning } from '@ml-emissions/model';
import type { Machine } from '@ml-emissions/rates';
import { describeAccelerator } from '../parse/hardware.ts';

interface Read {
  readonly edition: Edition;
  readonly run: Run;
  readonly machine: Machine;
}

/** What else a name in the run may have meant. */
export function readingWarnings({ edition, run, machine }: Read): Warning[] {
  const warnings: Warning[] = [];
  for (const { field, said, taken, others = [] } of run.readings ?? []) {
    const ids = [taken, ...others];
    const isCpu = field === '/host/cpu';
    const names = isCpu
      ? ids.map((id) => edition.names.cpus.byId(id)?.name ?? id)
      : ids.map((id) => {
          const row = edition.acceleratorById.get(id);
          return row ? describeAccelerator(row) : id;
        });
    warnings.push({
      code: isCpu ? 'ambiguous-cpu' : 'ambiguous-accelerator',
      field,
      message: `'${said}' may be ${names.join(' or ')}; they give the same figure, the first is shown`,
    });
  }
  const { instance } = machine;
  if (instance && instance.acceleratorIds.length > 1) {
    const names = instance.acceleratorIds.map((id) => edition.acceleratorById.get(id)?.name ?? '');
    const message = `${instance.instance} has ${names.join(' or ')}; the first is taken`;
    warnings.push({ code: 'instance-ambiguous', field: '/instance', message });
  }
  return warnings;
}
