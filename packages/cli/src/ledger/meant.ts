import { type Engine, meantWhere, type SummaryKey, type Where } from '@ml-emissions/ledger';
import { calculator } from '../calculator.ts';
import { cleaned } from '../cleaned.ts';
import { type Io, tell } from '../io.ts';
import { number } from './text.ts';

/** Flags with the values of `--where` as the ledger writes them; those that no job has are told with some that jobs have. */
export async function asMeant<Flags extends object>(
  io: Io,
  engine: Engine,
  flags: Flags,
): Promise<Flags> {
  const { where = {} } = flags as { readonly where?: Where };
  if (Object.keys(where).length === 0) return flags;
  const { where: meant, missing } = await meantWhere(engine, where, idOf);
  for (const { key, value, known, more } of missing) {
    const others = more > 0 ? ` and ${number(more)} more` : '';
    const has = known.length > 0 ? `jobs have ${known.join(', ')}${others}` : 'no job tells one';
    tell(io, `no job has ${key} '${cleaned(value)}': ${cleaned(has)}\n`);
  }
  return { ...flags, where: meant };
}

/** A chip by one of its names. */
function idOf(key: SummaryKey, value: string): string | null {
  if (key !== 'accelerator') return null;
  const run = { hours: 1, hardware: [{ accelerator: value }], place: { country: 'FR' } };
  const parsed = calculator.parseRun(run as never);
  if (!parsed.ok) return null;
  return calculator.prepare(parsed.run).machine.accelerators[0]?.row?.id ?? null;
}
