import type { CompareOptions, Option } from '@ml-emissions/calculator';
import { invalid } from '../http/http-problem.ts';
import { RUN_INPUT, runAsked } from './run-input.ts';
import { list, number, object, orNull, QUANTITY, type Tool, text } from './tool.ts';

const TOP = 10;
const names = (description: string) => ({ ...list(text), description });

/** The same work under another choice, as tools answer it. */
export const OPTION = object(
  {
    lever: text,
    name: text,
    kgCo2e: QUANTITY,
    savingKgCo2e: QUANTITY,
    isToldApart: orNull({ type: 'boolean' }),
  },
  ['lever', 'name', 'kgCo2e'],
);

export const optionData = ({
  lever,
  name,
  kgCo2e,
  savingKgCo2e,
  isToldApart,
}: Pick<Option, 'lever' | 'name' | 'kgCo2e' | 'savingKgCo2e' | 'isToldApart'>) => ({
  lever,
  name,
  kgCo2e,
  savingKgCo2e,
  isToldApart,
});

export const compare: Tool = {
  name: 'compare',
  title: 'Where or on what it would be lower',
  about:
    'The same work in other regions, countries, on other accelerators, at another utilisation or with fewer trials: which options emit least, and by how much.',
  input: object(
    {
      ...RUN_INPUT,
      providers: names('only regions of these'),
      countries: names('only regions in these'),
      continents: names('only regions on these: EU, Europe, North America, …'),
      accelerators: names('other accelerators by name, in place of regions'),
      utilisations: { ...list(number), description: 'other mean power / TDP, 0 to 1' },
      trials: { ...list(number), description: 'other numbers of repeats' },
      top: {
        type: 'integer',
        minimum: 1,
        maximum: 100,
        description: `how many options (default: ${TOP})`,
      },
    },
    [],
  ),
  output: object(
    {
      hereKgCo2e: QUANTITY,
      options: list(OPTION),
      total: number,
    },
    ['hereKgCo2e', 'options', 'total'],
  ),
  answer(input, service) {
    const { asked } = runAsked(input, service);
    const { compare: ofRun, compareProject } = service.calculator;
    const options = optionsOf(input);
    const compared =
      asked.kind === 'run' ? ofRun(asked.run, options) : compareProject(asked.project, options);
    if (!compared.ok) throw invalid(compared.problems);
    const { here, options: all } = compared.comparison;
    const top = all.slice(0, Number(input.top ?? TOP));
    return {
      text: [
        `Here: ${kg(here.kgCo2e.value)}.`,
        ...top.map(({ name, kgCo2e, lever }) => `${name} (${lever}): ${kg(kgCo2e.value)}`),
        `${all.length} options in all, least emitting first; averages of all generation.`,
      ].join('\n'),
      data: {
        hereKgCo2e: here.kgCo2e,
        options: top.map(optionData),
        total: all.length,
      },
    };
  },
};

export const kg = (value: number) => `${Number(value.toPrecision(3))} kg CO2e`;

function optionsOf(input: Readonly<Record<string, unknown>>): CompareOptions {
  const { providers, countries, continents, accelerators, utilisations, trials } = input as {
    readonly [name: string]: readonly never[] | undefined;
  };
  const filter = {
    ...(providers && { providers }),
    ...(countries && { countries }),
    ...(continents && { continents }),
  };
  const isElse = accelerators ?? utilisations ?? trials;
  return {
    regions: Object.keys(filter).length > 0 ? filter : isElse === undefined,
    ...(accelerators && { accelerators }),
    ...(utilisations && { utilisation: utilisations }),
    ...(trials && { repeats: trials }),
  };
}
