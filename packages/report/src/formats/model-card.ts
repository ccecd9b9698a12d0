import type { EstimateResult } from '@ml-emissions/model';
import { addressesOf, linkedMarkdown } from '../address.ts';
import { madeWith, PAPER } from '../cite.ts';
import { markdown } from '../escape.ts';
import { DIGITS, energy, given, mass, rounded, withRange } from '../figure.ts';
import type { Format, FormatOptions, Merged } from '../format.ts';
import { isMeasured } from '../power-words.ts';
import { type Report, wordsOf } from '../report.ts';
import {
  chipHoursWords,
  each,
  geography,
  gridName,
  hardwareOf,
  hoursOf,
  ownerWords,
  phaseOf,
  ratedHardwareOf,
  repeatsOf,
} from '../run-words.ts';
import { basisWords } from '../scope-words.ts';
import { whatIsLeftOut, whatItEmits, whatStandsBeside } from '../sentences.ts';
import { trailerOf } from '../trailer.ts';
import { unknownWords } from '../unknown-words.ts';
import { answersOf, inUseMass, inUseWords } from '../use-words.ts';
import type { Wording } from '../wording/index.ts';
import {
  cardFieldsOf,
  fieldsElsewhere,
  isMeter,
  meteredFigure,
  withEmissions,
} from './model-card/front.ts';
import {
  answersElsewhere,
  BEGIN,
  END,
  meteredAnswer,
  otherFigure,
  withSection,
} from './model-card/section.ts';

const G_PER_KG = 1000;
const MEASURED = 'measured';
const REPLACE = 'replace';

/** `pre-training` or `fine-tuning`, the two that the hub knows; null for others and for a mix. */
function trainingType({ runs }: Report): string | null {
  const types = new Set(
    runs.map((run) => {
      const phase = phaseOf(run);
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
  return value === 0 ? 0 : Number(value.toPrecision(DIGITS));
}

/** The same without the runs of a model in use, of which the field does not tell; itself where all or none are. */
function trainingIn(report: Report): Report {
  const [first, ...rest] = report.runs.filter(({ service }) => service === null);
  if (!first || rest.length + 1 === report.runs.length) return report;
  const runs = [first, ...rest] as const;
  const value = runs.reduce((sum, { operational }) => sum + operational.kgCo2e.value, 0);
  // The range of a part of the sum is known where the part is one run.
  const operational = rest.length === 0 ? first.operational.kgCo2e : { value };
  return { ...report, runs: [...runs], operational };
}

/** What goes under `co2_eq_emissions` in the front matter, which is of training; emissions in grams. */
function emissionsOf(whole: Report): Readonly<Record<string, string | number>> {
  const report = trainingIn(whole);
  const type = trainingType(report);
  const site = addressesOf(whole)?.calculator;
  const inUse =
    report === whole
      ? inUseWords(report.runs)
      : ` of training; beside it ${inUseMass(whole.runs.filter(({ service }) => service))}`;
  return {
    emissions: grams(report),
    source: `${madeWith(report)}${site === undefined ? '' : `, ${site}`}; ${howSure(report)}, ${basisWords(report)}, 90 % range ${rangeGrams(report)}${inUse}`,
    ...(type === null ? {} : { training_type: type }),
    geographical_location: each(report.runs, geography).join('; '),
    hardware_used: hardwareOf(report.runs).join('; ') || 'unknown',
  };
}

/** Whether a meter stands behind the figure: what replaces it later should know. */
function howSure({ runs }: Report): string {
  const many = runs.filter(isMeasured).length;
  if (many === 0) return 'estimated';
  return many === runs.length ? MEASURED : `${MEASURED} in part`;
}

function rangeGrams({ operational }: Report): string {
  const { low, high } = operational;
  if (low === undefined || high === undefined) return 'not known';
  return `${rounded(low * G_PER_KG, DIGITS)} to ${rounded(high * G_PER_KG, DIGITS)} g`;
}

const quoted = (line: string | null): string | null => (line === null ? null : `"${line}"`);

/** What CodeCarbon writes of the run that it metered: of another figure it would say what is not so. */
const CODECARBONS = [
  ...['timestamp', 'project_name', 'run_id', 'experiment_id', 'duration', 'emissions_rate'],
  ...['cpu_power', 'gpu_power', 'ram_power', 'cpu_energy', 'gpu_energy', 'ram_energy'],
  ...['cpu_count', 'cpu_model', 'gpu_count', 'gpu_model', 'ram_total_size', 'water_consumed'],
  ...['country_name', 'country_iso_code', 'region', 'longitude', 'latitude', 'pue', 'wue'],
  ...['cloud_provider', 'cloud_region', 'os', 'python_version', 'codecarbon_version'],
  ...['cpu_utilization_percent', 'gpu_utilization_percent', 'ram_utilization_percent'],
  ...['ram_used_gb', 'tracking_mode'],
];

/** Fields that others write beside, as this report would fill them; what it does not know goes. */
function besideOf({ runs, energyKwh }: Report): Readonly<Record<string, number | boolean | null>> {
  const hours = runs.map((run) => hoursOf(run));
  const isTold = hours.every((one) => one !== null);
  const all = runs.reduce((sum, run, index) => sum + (hours[index] ?? 0) * repeatsOf(run), 0);
  return {
    ...Object.fromEntries(CODECARBONS.map((name) => [name, null])),
    energy_consumed: Number(energyKwh.value.toPrecision(DIGITS)),
    hours_used: isTold ? all : null,
    on_cloud: runs.every(({ location }) => location.provider !== null),
  };
}

/** A cloud's region, else the grid by its name. */
function regionOf(run: EstimateResult, words: Wording): string {
  const { region, zone } = run.location;
  return region ?? (zone === null ? '' : (gridName(run, words) ?? zone));
}

/** The card's section on its environmental impact, with the fields of the hub's template. */
function section(report: Report): string {
  const { runs, energyKwh, operational } = report;
  const [first] = runs;
  const hours = hoursOf(first);
  const words = wordsOf(report);
  const { figure, forms } = words;
  const { card } = forms;
  const repeats = repeatsOf(first);
  const [served] = answersOf([first], words);
  const noHours = served?.isYear ? words.services.aYearOf(served.answers) : card.noHours;
  const wall =
    runs.length > 1
      ? card.seeRuns
      : hours === null
        ? noHours
        : card.hours(figure(given(hours)), repeats === 1 ? null : figure(given(repeats)));
  const used = [wall, chipHoursWords(runs, words) ?? card.noChipHours].join(', ');
  const line = (name: string, text: string) =>
    `- **${name}:** ${words.typeset(markdown(text || forms.notKnown))}`;
  return [
    BEGIN,
    line('Hardware Type', ratedHardwareOf(runs, words).join('; ')),
    line('Hours used', used),
    line('Cloud Provider', each(runs, (run) => ownerWords(run, words)).join('; ')),
    line('Compute Region', each(runs, (run) => regionOf(run, words)).join('; ')),
    line(
      'Carbon Emitted',
      card.from(
        `${withRange(mass(operational), 'CO2e', words)}${inUseWords(runs, words)}`,
        basisWords(report, words),
        withRange(energy(energyKwh), '', words),
      ),
    ),
    '',
    words.typeset(
      [
        whatItEmits(report),
        ...whatStandsBeside(report),
        whatIsLeftOut(report),
        unknownWords(report, modelCardFormat),
      ]
        .filter(Boolean)
        .map(markdown)
        .join(' '),
    ),
    '',
    words.typeset(linkedMarkdown(words.madeWithGrown(madeWith(report, words), PAPER.text), report)),
    '',
    `<!-- ${trailerOf(report, 'model-card')} -->`,
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
 * Puts the report into an existing card. What answers the same question there goes: the fields of the template and of
 * CodeCarbon, in the front matter and in the section. Every other byte stays: comments, order, quotes, line ends, a byte
 * order mark.
 *
 * @param card README.md as it is; '' for none
 * @param report to put into it
 * @param options `replace`: also where the card has a metered figure and the report an estimate
 * @returns the new text, or why it could not be put there
 */
function mergeModelCard(card: string, report: Report, options: FormatOptions = {}): Merged {
  const start = card.startsWith('\ufeff') ? 1 : 0;
  const newline = /\r?\n/.exec(card)?.[0] ?? '\n';
  const [front = '', open = '', yaml = '', close = ''] =
    /^(---[ \t]*\r?\n)((?:[\s\S]*?\n)?)(---[ \t]*(?:\r?\n|$))/.exec(card.slice(start)) ?? [];
  const read = cardFieldsOf(yaml);
  if (!read.ok) return read;
  const body = card.slice(start + front.length);
  const metered = meteredFigure(read.fields) ?? quoted(meteredAnswer(body, isMeter));
  if (metered !== null && !report.runs.some(isMeasured) && options[REPLACE] !== true) {
    return {
      ok: false,
      reason: `the card has a metered figure, ${metered}, and the report is an estimate; give the run what was metered (energyKwh, --energy-kwh), or --${REPLACE}`,
    };
  }
  const told = otherFigure(body);
  if (told !== null) {
    return {
      ok: false,
      reason: `its section on environmental impact says "${told}", a second answer; take it out first`,
    };
  }
  const ours = (text: string) => text.replaceAll('\n', newline);
  const fields = withEmissions(yaml, read.document, emissionsOf(report), besideOf(report), newline);
  const text = withSection(body, section(report), ours);
  return {
    ok: true,
    besides: [...fieldsElsewhere(read.document), ...answersElsewhere(body)],
    text: `${card.slice(0, start)}${open || ours('---\n')}${fields}${close || ours('---\n')}${text}`,
  };
}

/** A card of the hub, new or merged into one that is there. */
export const modelCardFormat = {
  name: 'model-card',
  title: 'Hugging Face model card',
  about:
    '`co2_eq_emissions` (in grams) and the section Environmental Impact; `--into README.md` puts both into a card that is there, in place of what answered there before, and leaves every other byte alone',
  standard: { name: 'Hugging Face model card', version: null },
  mediaType: 'text/markdown',
  extension: 'md',
  asks: ['hardware', 'hours', 'owner', 'place', 'phase', 'energy'],
  saysUnknown: ['hardware', 'hours', 'owner', 'place'],
  alsoIn: ['fr'],
  options: { [REPLACE]: 'put an estimate where the card has a metered figure' },
  hasTrailer: true,
  write: modelCard,
  merge: mergeModelCard,
} as const satisfies Format;
