import { receiptOf } from './receipt.ts';
import { RUN_INPUT, runAsked } from './run-input.ts';
import { list, number, object, orNull, QUANTITY, type Tool, text } from './tool.ts';

export const explain: Tool = {
  name: 'explain',
  title: 'How the figure comes about',
  about:
    'How the figure of a run comes about, step by step with each source, and what other methods (the 2019 paper, Green Algorithms, …) would say and why they differ.',
  input: object(RUN_INPUT, []),
  output: object(
    {
      receipt: list(
        object({ step: text, value: number, unit: text, sourceId: orNull(text) }, [
          'step',
          'value',
          'unit',
        ]),
      ),
      methods: list(
        object({ method: text, operationalKgCo2e: orNull(QUANTITY), lacks: orNull(text) }, [
          'method',
        ]),
      ),
      differences: list(
        object(
          {
            from: text,
            to: text,
            steps: list(object({ step: text, kgCo2e: number }, ['step', 'kgCo2e'])),
          },
          ['from', 'to', 'steps'],
        ),
      ),
    },
    ['receipt', 'methods', 'differences'],
  ),
  answer(input, service) {
    const { asked } = runAsked(input, service);
    const { calculator } = service;
    const { methods, differences } =
      asked.kind === 'run'
        ? calculator.explain(asked.run)
        : calculator.explainProject(asked.project);
    const receipt = asked.kind === 'run' ? receiptOf(calculator.estimate(asked.run)) : [];
    return {
      text: [
        ...receipt.map(
          ({ step, value, unit, formula, sourceId }) =>
            `${step}: ${value} ${unit}${formula === '' ? '' : ` = ${formula}`}${sourceId === null ? '' : ` [${sourceId}]`}`,
        ),
        ...methods.map(({ method, operationalKgCo2e, lacks }) =>
          operationalKgCo2e === null
            ? `${method} cannot answer: ${lacks}`
            : `${method}: ${operationalKgCo2e.value} kg CO2e`,
        ),
      ].join('\n'),
      data: {
        receipt,
        methods: methods.map(({ method, operationalKgCo2e, lacks }) => ({
          method,
          operationalKgCo2e,
          lacks,
        })),
        differences: differences.map(({ from, to, steps }) => ({
          from,
          to,
          steps: steps.map(({ step, kgCo2e }) => ({ step, kgCo2e })),
        })),
      },
    };
  },
};
