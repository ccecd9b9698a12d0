import type { Edition } from '@ml-emissions/data';
import type { Draft } from '@ml-emissions/schema';
import type { Findings } from './findings.ts';

/**
 * A whole chip that was named as the processor becomes the hardware: `Apple M1` is rated as a whole, and stands among
 * the accelerators. Trackers name it as both. Where the hardware is another chip, nothing changes, and the processor is
 * asked back.
 *
 * @param draft as written
 * @returns the run with the chip once, among its hardware
 */
export function withSoc(edition: Edition, draft: Draft, { readings }: Findings): Draft {
  const { host, hardware } = draft;
  if (host?.cpu === undefined || !edition.hasMachines) return draft;
  const { cpu, cpuCount, cores, ...others } = host;
  if (edition.names.cpus.exact(cpu).length > 0) return draft;
  const [row, ...more] = edition.names.accelerators.exact(cpu);
  if (row?.kind !== 'soc' || more.length > 0) return draft;
  const isThis = ({ accelerator }: (typeof hardware)[number]) =>
    typeof accelerator === 'string' &&
    edition.names.accelerators.exact(accelerator).some(({ id }) => id === row.id);
  if (!hardware.every(isThis) || (cpuCount !== undefined && cpuCount !== 1)) return draft;
  readings.push({
    field: '/hardware/0/accelerator',
    said: cpu,
    taken: row.id,
    ...(cores === undefined ? {} : { dropped: [`cores: ${cores}`] }),
  });
  const isAlone = Object.values(others).every((one) => one === undefined);
  return {
    ...draft,
    hardware: hardware.length > 0 ? hardware : [{ accelerator: cpu }],
    host: isAlone ? undefined : others,
  };
}
