import { type Document, isMap, isNode, isScalar, parseDocument } from 'yaml';
import { madeWith, PAPER } from '../cite.ts';
import { markdown } from '../escape.ts';
import { digitsOf, energy, mass, rounded, withRange } from '../figure.ts';
import type { Format, Merged } from '../format.ts';
import type { Report } from '../report.ts';
import {
  allChipHours,
  count,
  each,
  geography,
  hardwareWords,
  hostWords,
  hoursOf,
  hoursWords,
  repeatsOf,
} from '../run-words.ts';
import { basisWords } from '../scope-words.ts';
import { whatIsLeftOut, whatItEmits, whatStandsBeside } from '../sentences.ts';
import { trailerOf } from '../trailer.ts';

const G_PER_KG = 1000;
const HEADING = '## Environmental Impact';
const BEGIN = '<!-- ml-emissions: begin -->';
const END = '<!-- ml-emissions: end -->';

/** `pre-training` or `fine-tuning`, the two that the hub knows; null for others and for a mix. */
function trainingType({ runs }: Report): string | null {
  const types = new Set(
    runs.map(({ run: { phase } }) => {
      if (phase === 'fine-tuning') return 'fine-tuning';
      return phase === 'pre-training' || phase === 'training' ? 'pre-training' : null;
    }),
  );
  const [only] = types;
  return types.size === 1 ? (only ?? null) : null;
}

/** Grams, rounded to what the range carries. */
function grams({ operational }: Report): number {
  const value = operational.value * G_PER_KG;
  return value === 0 ? 0 : Number(value.toPrecision(digitsOf(operational)));
}

/** What goes under `co2_eq_emissions` in the front matter; emissions in grams. */
function emissionsOf(report: Report): Readonly<Record<string, string | number>> {
  const type = trainingType(report);
  return {
    emissions: grams(report),
    source: `${madeWith(report)}; ${basisWords(report)}, 90 % range ${rangeGrams(report)}`,
    ...(type === null ? {} : { training_type: type }),
    geographical_location: each(report.runs, geography).join('; '),
    hardware_used: each(report.runs, hardwareWords).join('; ') || 'unknown',
  };
}

function rangeGrams({ operational }: Report): string {
  const { low, high } = operational;
  if (low === undefined || high === undefined) return 'not known';
  const digits = digitsOf(operational);
  return `${rounded(low * G_PER_KG, digits)} to ${rounded(high * G_PER_KG, digits)} g`;
}

/** The card's section on its environmental impact, with the fields of the hub's template. */
function section(report: Report): string {
  const { runs, energyKwh, operational } = report;
  const [first] = runs;
  const hours = hoursOf(first);
  const chipHours = allChipHours(runs);
  const wall =
    runs.length > 1
      ? 'see the runs'
      : hours === null
        ? 'wall-clock time not known'
        : `${hoursWords(hours)} wall-clock${repeatsOf(first) === 1 ? '' : `, ${count(repeatsOf(first))} times`}`;
  const used = [
    wall,
    chipHours === null ? 'chip-hours not known' : `${rounded(chipHours, 3)} chip-hours`,
  ].join(', ');
  const line = (name: string, text: string) => `- **${name}:** ${markdown(text || 'not known')}`;
  return [
    BEGIN,
    line('Hardware Type', each(runs, hardwareWords).join('; ')),
    line('Hours used', used),
    line('Cloud Provider', each(runs, hostWords).join('; ') || 'none, or not told'),
    line(
      'Compute Region',
      each(runs, ({ location }) => location.region ?? location.zone ?? '').join('; '),
    ),
    line(
      'Carbon Emitted',
      `${withRange(mass(operational), 'CO2e')}, ${basisWords(report)}, from ${withRange(energy(energyKwh))} of electricity`,
    ),
    '',
    [whatItEmits(report), ...whatStandsBeside(report), whatIsLeftOut(report)]
      .map(markdown)
      .join(' '),
    '',
    markdown(`Made with the ${madeWith(report)}, grown from ${PAPER.text}.`),
    '',
    `<!-- ${trailerOf(report)} -->`,
    END,
  ].join('\n');
}

/** A card of its own: front matter and the section. */
function modelCard(report: Report): string {
  const merged = mergeModelCard('', report);
  if (!merged.ok) throw new Error(merged.reason);
  return merged.text;
}

/**
 * Puts the report into an existing card and leaves the rest as it is: comments and order of the front matter, line
 * ends, a byte order mark.
 *
 * @param card README.md as it is; '' for none
 * @returns the new text, or why the front matter could not be read
 */
function mergeModelCard(card: string, report: Report): Merged {
  const mark = card.startsWith('\ufeff') ? '\ufeff' : '';
  const newline = card.includes('\r\n') ? '\r\n' : '\n';
  const plain = card.slice(mark.length).replaceAll('\r\n', '\n');
  const front = /^---[ \t]*\n([\s\S]*?)(?:\n|^)---[ \t]*(?:\n|$)/m.exec(plain);
  const hasFront = front !== null && front.index === 0;
  const yaml = hasFront ? (front[1] ?? '') : '';
  const body = hasFront ? plain.slice(front[0].length) : plain;
  const document = parseDocument(yaml);
  const [fault] = document.errors;
  if (fault)
    return { ok: false, reason: `the front matter is not YAML: ${fault.message.split('\n')[0]}` };
  if (document.contents !== null && !isMap(document.contents)) {
    return { ok: false, reason: 'the front matter is not a list of fields' };
  }
  const fields = withEmissions(yaml, document, report);
  const text = `---\n${fields}---\n${withSection(body, section(report))}`;
  return { ok: true, text: mark + text.replaceAll('\n', newline) };
}

/** The front matter with our field set: only the field's own text changes, the rest stays to the letter. */
function withEmissions(yaml: string, document: Document, report: Report): string {
  const root = document.contents;
  const ended = yaml === '' || yaml.endsWith('\n') ? yaml : `${yaml}\n`;
  if (!isMap(root) || root.items.length === 0) return ended + fieldText('', report);
  // Fields in braces cannot be edited line by line.
  if (root.flow) {
    setEmissions(document, report);
    return document.toString({ lineWidth: 0 });
  }
  const pair = root.items.find(({ key }) => isScalar(key) && key.value === FIELD);
  if (!pair) return ended + fieldText('', report);
  const from = rangeOf(pair.key)?.[0] ?? 0;
  const to = (rangeOf(pair.value) ?? rangeOf(pair.key))?.[1] ?? from;
  const after = ended.slice(to);
  const own = fieldText(ended.slice(from, to), report);
  return ended.slice(0, from) + (after.startsWith('\n') ? own.trimEnd() : own) + after;
}

const FIELD = 'co2_eq_emissions';

function rangeOf(node: unknown): readonly [number, number, number] | null {
  return isNode(node) && node.range ? node.range : null;
}

/** Our field as YAML: what others put under it stays, a bare number becomes a map. */
function fieldText(before: string, report: Report): string {
  const document = parseDocument(before);
  setEmissions(document, report);
  return document.toString({ lineWidth: 0 });
}

function setEmissions(document: Document, report: Report): void {
  const before = document.get(FIELD, true);
  if (!isMap(before)) {
    document.set(FIELD, document.createNode(emissionsOf(report)));
    return;
  }
  for (const [key, value] of Object.entries(emissionsOf(report))) {
    document.setIn([FIELD, key], value);
  }
}

/** Our part between its marks if it is there, else under the card's heading, else at its end. */
function withSection(body: string, part: string): string {
  const from = body.indexOf(BEGIN);
  const to = body.indexOf(END, from);
  if (from >= 0 && to > from) return body.slice(0, from) + part + body.slice(to + END.length);
  const heading = /^#{1,6}[ \t]+Environmental Impact[ \t]*$/im.exec(body);
  if (heading) {
    const after = heading.index + heading[0].length;
    return `${body.slice(0, after)}\n\n${part}\n${body.slice(after)}`;
  }
  const gap = body === '' || body.endsWith('\n\n') ? '' : body.endsWith('\n') ? '\n' : '\n\n';
  return `${body}${gap}${HEADING}\n\n${part}\n`;
}

/** A card of the hub, new or merged into one that is there. */
export const modelCardFormat = {
  name: 'model-card',
  title: 'Hugging Face model card',
  about:
    '`co2_eq_emissions` (in grams) and the section Environmental Impact; `--into README.md` puts both into a card that is there and leaves every other letter of it alone',
  standard: { name: 'Hugging Face model card', version: null },
  mediaType: 'text/markdown',
  extension: 'md',
  options: {},
  hasTrailer: true,
  write: modelCard,
  merge: mergeModelCard,
} as const satisfies Format;
