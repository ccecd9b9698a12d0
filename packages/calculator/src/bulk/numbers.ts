import type { Amount, Run } from '@ml-emissions/model';

/** Numbers of a run, its hardware and its model that it may be planned by, or that something may be unlikely about. */
const OF_RUN = [
  'hours',
  'deviceHours',
  'energyKwh',
  'instanceCount',
  'mfu',
  'tokensPerSecondPerAccelerator',
  'samplesPerSecondPerAccelerator',
] as const;
const OF_HARDWARE = ['count', 'powerW', 'utilisation'] as const;
const OF_MODEL = ['parameters', 'tokens', 'samples', 'flop'] as const;

/** Fields that take a number from a list, each with its place there. */
type Taken<Field extends string> = readonly (readonly [field: Field, place: number])[];

/**
 * A run with other numbers.
 *
 * @param pointers where the numbers stand in a run, in the order in which they will come
 * @returns a function of the numbers; what they do not say stays as it is in the run
 */
export function withNumbers(
  run: Run,
  pointers: readonly string[],
): (numbers: readonly (Amount | undefined)[]) => Run {
  const taken = <Field extends string>(at: string, fields: readonly Field[]): Taken<Field> =>
    fields
      .map((field) => [field, pointers.indexOf(`${at}/${field}`)] as const)
      .filter(([, place]) => place >= 0);
  const { hardware, model } = run;
  const ofRun = taken('', OF_RUN);
  const ofModel = taken('/model', OF_MODEL);
  const ofHardware = hardware.map((_, index) => taken(`/hardware/${index}`, OF_HARDWARE));
  return (numbers) => {
    const put = <Of extends object>(of: Of, fields: Taken<keyof Of & string>): Of => {
      const own: Partial<Record<keyof Of, unknown>> = { ...of };
      for (const [field, place] of fields)
        if (numbers[place] !== undefined) own[field] = numbers[place];
      return own as Of;
    };
    return {
      ...put(run, ofRun),
      hardware: hardware.map((one, index) => put(one, ofHardware[index] ?? [])),
      ...(model && { model: put(model, ofModel) }),
    };
  };
}
