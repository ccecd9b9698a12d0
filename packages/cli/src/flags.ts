import { asShare, asTyped } from '@ml-emissions/calculator';

/** The flags of `estimate` that make up a run, as commander hands them over. */
export interface RunFlags {
  readonly accelerator?: readonly string[];
  readonly count?: readonly string[];
  readonly powerW?: readonly string[];
  readonly utilisation?: readonly string[];
  readonly hours?: string;
  readonly deviceHours?: string;
  readonly repeats?: string;
  readonly provider?: string;
  readonly region?: string;
  readonly zone?: string;
  readonly country?: string;
  readonly carbonIntensity?: string;
  readonly pue?: string;
  readonly offset?: string;
  readonly year?: string;
  readonly phase?: string;
  readonly method?: string;
  readonly edition?: string;
}

const COUNT_TIMES_NAME = /^\s*(\d+(?:\.\d+)?)\s*[x×]\s*(?=\D)(.+)$/i;

interface HardwareDraft {
  accelerator?: string;
  count?: number | string;
  powerW?: number | string;
  utilisation?: number | string;
}

/** `8xA100-SXM4-80GB` is count and name; `--count` goes with the `--accelerator` of the same place. */
function hardware(
  { accelerator: names = [], count: counts = [], powerW = [], utilisation = [] }: RunFlags,
  inFile: unknown,
): HardwareDraft[] {
  const fromFile: HardwareDraft[] = names.length === 0 && Array.isArray(inFile) ? inFile : [];
  const rows: HardwareDraft[] = fromFile.map((row) => ({ ...row }));
  for (const [index, name] of names.entries()) {
    const [, times, rest] = COUNT_TIMES_NAME.exec(name) ?? [];
    rows[index] =
      rest !== undefined && times !== undefined
        ? { accelerator: rest, count: Number(times) }
        : { accelerator: name };
  }
  for (const [index, count] of counts.entries()) {
    rows[index] = { ...rows[index], count: asTyped(count) };
  }
  for (const [index, watts] of powerW.entries()) {
    rows[index] = { ...rows[index], powerW: asTyped(watts) };
  }
  for (const [index, share] of utilisation.entries()) {
    rows[index] = { ...rows[index], utilisation: asShare(share) };
  }
  return rows;
}

/**
 * Flags over what a file says -> a run as written; nothing is checked here.
 *
 * @param flags as typed
 * @param file what the file held, or {}
 */
export function runFromFlags(flags: RunFlags, file: Readonly<Record<string, unknown>>): unknown {
  const { accelerator, count, powerW, utilisation, provider, region, zone, country } = flags;
  const run: Record<string, unknown> = { ...file };
  const set = (field: string, value: unknown) => {
    if (value !== undefined) run[field] = value;
  };
  if (accelerator ?? count ?? powerW ?? utilisation) {
    set('hardware', hardware(flags, file.hardware));
  }
  set('hours', flags.hours === undefined ? undefined : asTyped(flags.hours));
  if (
    provider !== undefined ||
    region !== undefined ||
    zone !== undefined ||
    country !== undefined
  ) {
    const inFile =
      provider === undefined && zone === undefined && country === undefined ? file.place : {};
    const place = { ...(inFile as object), provider, region, zone, country };
    set(
      'place',
      Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined)),
    );
  }
  const numbers = {
    deviceHours: flags.deviceHours,
    repeats: flags.repeats,
    carbonIntensityGPerKwh: flags.carbonIntensity,
    pue: flags.pue,
    year: flags.year,
  };
  for (const [field, text] of Object.entries(numbers)) {
    set(field, text === undefined ? undefined : asTyped(text));
  }
  set('offsetFraction', flags.offset === undefined ? undefined : asShare(flags.offset));
  set('phase', flags.phase);
  set('method', flags.method);
  set('edition', flags.edition);
  return run;
}
