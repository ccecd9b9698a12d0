import { claimOf } from '../claim.ts';
import { RUN_INPUT, runAsked } from './run-input.ts';
import { boolean, list, number, object, orNull, QUANTITY, type Tool, text } from './tool.ts';

export const check: Tool = {
  name: 'check',
  title: 'Whether a published figure can be right',
  about:
    'Whether a claimed or published emission figure can be right for a run: what it implies for grid, power and count, and which slip would explain it.',
  input: object(
    { ...RUN_INPUT, claim: { ...text, description: 'the figure: 12.9t, 142 kg CO2e, 10-12 t' } },
    ['claim'],
  ),
  output: object(
    {
      holds: boolean,
      claimed: QUANTITY,
      estimatedKgCo2e: QUANTITY,
      ratio: orNull(number),
      findings: list(text),
    },
    ['holds', 'claimed', 'estimatedKgCo2e', 'findings'],
  ),
  answer(input, service) {
    const claim = claimOf(String(input.claim));
    const { asked } = runAsked(input, service);
    const { check: ofRun, checkProject } = service.calculator;
    const checked =
      asked.kind === 'run' ? ofRun(asked.run, claim) : checkProject(asked.project, claim);
    const findings = checked.findings.map(({ message }) => message);
    return {
      text: [
        checked.holds ? 'The claim cannot be excluded.' : 'The claim does not hold.',
        ...findings,
      ].join('\n'),
      data: {
        holds: checked.holds,
        claimed: checked.claimed,
        estimatedKgCo2e: checked.estimate.kgCo2e,
        ratio: checked.ratio,
        findings,
      },
    };
  },
};
