import { FORMATS, type FormatName, reportOf } from '@ml-emissions/report';
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
    const { name, mediaType } = FORMATS[input.format as FormatName];
    const written = writtenReport(
      reportOf(resultOf(asked, service), { date: today(), version: service.version }),
      input.format as FormatName,
    );
    return { text: written, data: { format: name, mediaType, text: written } };
  },
};
