import { FORMATS, type FormatName, projectFor, reportOf, runFor } from '@ml-emissions/report';
import type { AskedRun } from '../asked-run.ts';
import { writtenReport } from '../written-report.ts';
import { resultOf, today } from './estimate.ts';
import { RUN_INPUT, runAsked } from './run-input.ts';
import { object, type Tool, text } from './tool.ts';

export const report: Tool = {
  name: 'report',
  title: 'A text for a paper, card or authority',
  about:
    'The estimate written out for a paper (latex, bibtex), a README or model card, a checklist (neurips, acl, cvpr) or an authority (eu-ai), ready to paste.',
  input: object(
    {
      ...RUN_INPUT,
      format: { type: 'string', enum: Object.keys(FORMATS), description: 'which' },
    },
    ['format'],
  ),
  output: object({ format: text, mediaType: text, text }, ['format', 'mediaType', 'text']),
  answer(input, service) {
    const { asked } = runAsked(input, service);
    const format = input.format as FormatName;
    const { name, mediaType } = FORMATS[format];
    const inForm: AskedRun =
      asked.kind === 'run'
        ? { kind: 'run', run: runFor(format, asked.run) }
        : { kind: 'project', project: projectFor(format, asked.project) };
    const written = writtenReport(
      reportOf(resultOf(inForm, service), { date: today(), version: service.version }),
      format,
    );
    return { text: written, data: { format: name, mediaType, text: written } };
  },
};
