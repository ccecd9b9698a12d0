import { addressLine } from '../address.ts';
import { madeWith } from '../cite.ts';
import { xml } from '../escape.ts';
import { energy, mass, withRange } from '../figure.ts';
import type { Format } from '../format.ts';
import { type Report, wordsOf } from '../report.ts';
import { each, hardwareOf, placeWords } from '../run-words.ts';
import { basisWords, scopeOf } from '../scope-words.ts';
import { trailerOf } from '../trailer.ts';
import { unknownWords } from '../unknown-words.ts';
import { inUseWords } from '../use-words.ts';

const FONT = 'system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif';
const PX_PER_LETTER = 6.6;
const LONGEST = 74;
/** So many lines stand well apart. */
const LINES = 4;

const cut = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** What the figure is of: a model in use is no training. */
function labelOf({ runs, language }: Report): string {
  const { picture } = wordsOf({ language }).forms;
  const inUse = runs.filter(({ service }) => service).length;
  if (inUse === 0) return picture.training;
  return inUse === runs.length ? picture.inUse : picture.emissions;
}

/** A badge for a README: the location-based figure, nothing that judges. */
function badgeReport(report: Report): string {
  const words = wordsOf(report);
  const { number, unit } = mass(report.operational);
  const label = labelOf(report);
  const value = words.typeset(`${words.figure(number)} ${unit} CO2e`);
  const left = Math.round(label.length * PX_PER_LETTER + 16);
  const right = Math.round(value.length * PX_PER_LETTER + 16);
  const figure = withRange(mass(report.operational), 'CO2e', words);
  const about = `${basisWords(report, words)}${inUseWords(report.runs, words)}`;
  const title = words.typeset(
    `${words.forms.picture.badge(label, figure)}, ${about}. ${madeWith(report, words)}`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${xml(title)}">
  <title>${xml(title)}</title>
  <rect width="${left}" height="20" fill="#3b362f"/>
  <rect x="${left}" width="${right}" height="20" fill="#0b6168"/>
  <g fill="#ffffff" font-family="${FONT}" font-size="11" text-anchor="middle">
    <text x="${left / 2}" y="14" textLength="${left - 16}">${xml(label)}</text>
    <text x="${left + right / 2}" y="14" textLength="${right - 16}">${xml(value)}</text>
  </g>
  <metadata>${trailerOf(report, 'badge')}</metadata>
</svg>
`;
}

/** A card to share: figure, range, what ran and where. */
function cardReport(report: Report): string {
  const words = wordsOf(report);
  const { figure, typeset } = words;
  const { picture } = words.forms;
  const { number, unit, low, high } = mass(report.operational);
  const inUse = inUseWords(report.runs, words);
  const lines = [
    ...(inUse === '' ? [] : [cut(inUse.replace(/^[ ,]+/, ''))]),
    cut(hardwareOf(report.runs, words).join(', ') || picture.noHardware),
    cut(each(report.runs, (run) => placeWords(run, words)).join(', ') || picture.noPlace),
    picture.from(withRange(energy(report.energyKwh), '', words)),
    report.embodied
      ? picture.made(withRange(mass(report.embodied), 'CO2e', words))
      : picture.madeUnknown,
  ].map(typeset);
  const basis = picture.basis(scopeOf(report.runs));
  const title = typeset(`${withRange(mass(report.operational), 'CO2e', words)}, ${basis}${inUse}`);
  const range = typeset(
    low === null || high === null ? basis : picture.between(figure(low), figure(high), unit, basis),
  );
  const made = madeWith(report, words);
  const unknown = unknownWords(report, cardFormat).replace(/\.$/, '');
  const described = [report.title, ...lines, unknown, made, addressLine(report)]
    .filter(Boolean)
    .join('. ');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="320" viewBox="0 0 640 320" role="img" aria-label="${xml(title)}">
  <title>${xml(title)}</title>
  <desc>${xml(described)}</desc>
  <rect width="640" height="320" fill="#fcfaf6"/>
  <g font-family="${FONT}" fill="#1d1b18">
    <text x="32" y="48" font-size="16" fill="#5c574e">${xml(cut(report.title || 'ML Emissions Calculator'))}</text>
    <text x="32" y="128" font-size="72" font-weight="700">${xml(figure(number))}<tspan font-size="28" font-weight="400" fill="#5c574e"> ${xml(unit)} CO2e</tspan></text>
    <text x="32" y="164" font-size="18">${xml(range)}</text>
${lines.map((line, index) => `    <text x="32" y="${204 + index * (lines.length > LINES ? 20 : 24)}" font-size="15" fill="#5c574e">${xml(line)}</text>`).join('\n')}
    <text x="32" y="304" font-size="12" fill="#5c574e">${xml(made)}</text>
  </g>
  <metadata>${trailerOf(report, 'svg')}</metadata>
</svg>
`;
}

/** A card to share. */
export const cardFormat = {
  name: 'svg',
  title: 'Card, SVG',
  about: 'a card to share; accessible text, no fonts from elsewhere',
  standard: null,
  mediaType: 'image/svg+xml',
  extension: 'svg',
  asks: ['hardware', 'place'],
  saysUnknown: ['hardware', 'place'],
  options: {},
  alsoIn: ['fr'],
  hasTrailer: true,
  write: cardReport,
} as const satisfies Format;

/** A badge for a README. */
export const badgeFormat = {
  name: 'badge',
  title: 'Badge, SVG',
  about: 'a badge for a README; accessible text, no fonts from elsewhere',
  standard: null,
  mediaType: 'image/svg+xml',
  extension: 'svg',
  asks: [],
  options: {},
  alsoIn: ['fr'],
  hasTrailer: true,
  write: badgeReport,
} as const satisfies Format;
