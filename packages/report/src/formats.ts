import { boampsReport } from './formats/boamps.ts';
import { aclReport, cvprReport, neuripsReport } from './formats/checklists.ts';
import { codecarbonReport } from './formats/codecarbon.ts';
import { cyclonedxReport } from './formats/cyclonedx.ts';
import { euAiReport } from './formats/eu-ai.ts';
import { csvReport, jsonReport, yamlReport } from './formats/files.ts';
import { l1801Report } from './formats/l1801.ts';
import { type LatexOptions, latexReport } from './formats/latex.ts';
import { markdownReport, textReport } from './formats/markdown.ts';
import { modelCard } from './formats/model-card.ts';
import { sciReport } from './formats/sci.ts';
import { spdxReport } from './formats/spdx.ts';
import { badgeReport, cardReport } from './formats/svg.ts';
import type { Report } from './report.ts';

/** Every format that is text, with the usual ending of its file. */
export const FORMATS = {
  latex: { extension: 'tex', write: latexReport },
  markdown: { extension: 'md', write: markdownReport },
  text: { extension: 'txt', write: textReport },
  'model-card': { extension: 'md', write: modelCard },
  neurips: { extension: 'md', write: neuripsReport },
  acl: { extension: 'md', write: aclReport },
  cvpr: { extension: 'md', write: cvprReport },
  'eu-ai': { extension: 'md', write: euAiReport },
  sci: { extension: 'md', write: sciReport },
  l1801: { extension: 'md', write: l1801Report },
  cyclonedx: { extension: 'cdx.json', write: cyclonedxReport },
  spdx: { extension: 'spdx.json', write: spdxReport },
  boamps: { extension: 'json', write: boampsReport },
  codecarbon: { extension: 'csv', write: codecarbonReport },
  json: { extension: 'json', write: jsonReport },
  csv: { extension: 'csv', write: csvReport },
  yaml: { extension: 'yaml', write: yamlReport },
  svg: { extension: 'svg', write: cardReport },
  badge: { extension: 'svg', write: badgeReport },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly extension: string;
      readonly write: (report: Report, options?: LatexOptions) => string;
    }
  >
>;

/** The name of a format. */
export type FormatName = keyof typeof FORMATS;

/**
 * A report in one format.
 *
 * @param report of `reportOf`
 * @param format its name
 * @param options for LaTeX only
 */
export function formatted(report: Report, format: FormatName, options: LatexOptions = {}): string {
  return FORMATS[format].write(report, options);
}
