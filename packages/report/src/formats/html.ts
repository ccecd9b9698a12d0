import { addressLine } from '../address.ts';
import { PAPER } from '../cite.ts';
import { xml } from '../escape.ts';
import { energy, mass, withRange } from '../figure.ts';
import { type Report, wordsOf } from '../report.ts';
import { hardwareWords, phaseWords } from '../run-words.ts';
import { basisWords } from '../scope-words.ts';
import {
  howItWasMade,
  whatIsLeftOut,
  whatItEmits,
  whatRan,
  whatStandsBeside,
} from '../sentences.ts';
import { unknownWords } from '../unknown-words.ts';
import { inUseWords } from '../use-words.ts';
import { textFormat } from './markdown.ts';

const STYLE = `
  @page { size: A4; margin: 18mm; }
  body { font: 10.5pt/1.45 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; color: #1d1b18; }
  h1 { font-size: 13pt; margin: 0 0 6mm; }
  .figure { font-size: 34pt; font-weight: 700; line-height: 1.1; margin: 0; }
  .figure small { font-size: 14pt; font-weight: 400; color: #5c574e; }
  table { border-collapse: collapse; width: 100%; margin: 4mm 0; font-variant-numeric: tabular-nums; font-size: 9pt; }
  th, td { text-align: left; padding: 1mm 2mm 1mm 0; border-top: 1px solid #d9d3c7; vertical-align: top; }
  footer { color: #5c574e; font-size: 8.5pt; }
`;
const MOST_ROWS = 24;

/**
 * One page to print: the figure, what ran, the runs, what stands beside, what is left out.
 *
 * @param report of `reportOf`
 * @returns a whole HTML document that fetches nothing
 * Errors: none.
 * @example
 * import { estimate, parseRun } from 'ml-emissions';
 * import { htmlReport, reportOf } from 'ml-emissions/report';
 *
 * const parsed = parseRun({ energyKwh: 320, place: { country: 'FR' } });
 * if (parsed.ok) console.log(htmlReport(reportOf(estimate(parsed.run), { date: '2026-01-31' })));
 */
export function htmlReport(report: Report): string {
  const { runs, operational, title, language } = report;
  const words = wordsOf(report);
  const { forms, figure } = words;
  const { hardwareNotKnown, heads, page } = forms;
  const text = (one: string) => words.typeset(xml(one));
  const { number, unit } = mass(operational);
  const rows = runs
    .slice(0, MOST_ROWS)
    .map(
      (run, index) =>
        `<tr><td>${text(run.run.name ?? forms.run(index + 1))}</td><td>${text(phaseWords(run, forms.phaseUntold, words))}</td><td>${text(hardwareWords(run, words) || hardwareNotKnown)}</td><td>${text(withRange(energy(run.energyKwh), '', words))}</td><td>${text(withRange(mass(run.operational.kgCo2e), 'CO2e', words))}</td></tr>`,
    );
  const more = runs.length > MOST_ROWS ? `<p>${page.more(runs.length - MOST_ROWS)}</p>` : '';
  const line = addressLine(report);
  const address = line === '' ? '' : `<p>${xml(line)}</p>`;
  const paragraphs = [
    whatRan(report),
    whatItEmits(report),
    whatStandsBeside(report).join(' '),
    whatIsLeftOut(report),
    unknownWords(report, textFormat),
  ]
    .filter(Boolean)
    .map((one) => `<p>${text(one)}</p>`);
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${xml(title || page.title)}</title><style>${STYLE}</style></head>
<body>
<h1>${xml(title || page.title)}</h1>
<p class="figure">${figure(number)} <small>${xml(unit)} CO2e</small></p>
<p>${text(withRange(mass(operational), 'CO2e', words))}, ${page.operational}, ${text(basisWords(report, words))}${text(inUseWords(runs, words))}</p>
${paragraphs.join('\n')}
<table><thead><tr><th>${heads.run}</th><th>${heads.phase}</th><th>${heads.hardware}</th><th>${heads.energy}</th><th>${heads.emissions}</th></tr></thead><tbody>${rows.join('')}</tbody></table>
${more}
<footer><p>${text(howItWasMade(report))} ${text(words.grownFrom(PAPER.text))}</p>${address}</footer>
</body>
</html>
`;
}
