import {
  type Accelerator,
  type Edition,
  type NameIndex,
  sameForEstimate,
} from '@ml-emissions/data';
import type { CustomAccelerator, Hardware, Problem } from '@ml-emissions/model';
import { type Names, problem, quoted } from '@ml-emissions/schema';
import type { Findings } from './findings.ts';
import { lookUpName } from './look-up-name.ts';

const EXPECTED = 'an id, a name or { name, tdpW }';

/** An accelerator with what tells it from others. */
export function describeAccelerator(row: Accelerator): string {
  return row.tdpW === null ? row.name : `${row.name} (${row.tdpW} W)`;
}

/** A description with only what is there. */
function described(accelerator: object): CustomAccelerator {
  const said = Object.entries(accelerator).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as unknown as CustomAccelerator;
}

/** Names -> ids of the edition's accelerators; what does not resolve becomes a problem. */
export function resolveHardware(
  edition: Edition,
  drafts: Names['hardware'],
  findings: Findings,
  usesMeasuredPower = true,
): Hardware[] {
  const { problems, readings } = findings;
  const index = edition.names.accelerators;
  const hardware: Hardware[] = [];
  for (const [place, draft] of drafts.entries()) {
    if (!draft) continue;
    const { accelerator, count, powerW, utilisation } = draft;
    const chips = count === undefined ? {} : { count };
    const power = {
      ...(powerW === undefined ? {} : { powerW }),
      ...(utilisation === undefined ? {} : { utilisation }),
    };
    const field = `/hardware/${place}/accelerator`;
    if (typeof accelerator !== 'string') {
      hardware.push({ accelerator: described(accelerator), ...chips, ...power });
      continue;
    }
    const found = lookUpName({
      index,
      text: accelerator,
      field,
      what: 'accelerator',
      edition: findings.edition,
      expected: EXPECTED,
      unknown: 'unknown-accelerator',
      ambiguous: 'ambiguous-accelerator',
      label: (row) => row.name,
      describe: describeAccelerator,
      same: sameForEstimate,
    });
    if (!found.ok) {
      problems.push(
        severalKinds(index, accelerator, field) ??
          isProcessor(edition, accelerator, field) ??
          found.problem,
      );
      continue;
    }
    const { item, others } = found;
    if (item.tdpW === null && (powerW === undefined || !usesMeasuredPower)) {
      problems.push(
        problem('no-tdp', field, accelerator, {
          message: `the TDP of ${item.name} is not published; give powerW as measured, or { name, tdpW } with a power that you know`,
          expected: EXPECTED,
        }),
      );
      continue;
    }
    if (others.length > 0) {
      const taken = item.id;
      readings.push({ field, said: accelerator, taken, others: others.map(({ id }) => id) });
    }
    hardware.push({ accelerator: item.id, ...chips, ...power });
  }
  return hardware;
}

const JOINED = /[/&+,]|\band\b/;

/** `A100/V100 mix`: several kinds in one name, which no single row can answer. */
function severalKinds(index: NameIndex<Accelerator>, text: string, field: string): Problem | null {
  if (!JOINED.test(text) || index.named(text).length > 0) return null;
  const parts = text.split(JOINED).map((part) => part.replace(/\b(?:mix|mixed)\b/, '').trim());
  const known = parts.filter((part) => part !== '' && index.match(part).length > 0);
  if (known.length < 2) return null;
  return problem('ambiguous-accelerator', field, text, {
    message: `${quoted(text)} names several accelerators; give each its own entry with its count`,
    expected: 'one entry in hardware for each kind',
    suggestions: known,
  });
}

/** `EPYC 7742` as an accelerator. */
function isProcessor(edition: Edition, text: string, field: string): Problem | null {
  // A page loads the processors only when one is asked for.
  const [row] = edition.hasMachines ? edition.names.cpus.match(text) : [];
  if (!row) return null;
  return problem('unknown-accelerator', field, text, {
    message: `${quoted(text)} is a processor; write --cpu "${row.name}", in a file host: { cpu: "${row.name}" }, without an accelerator where it has none`,
    expected: EXPECTED,
    suggestions: [],
  });
}
