import type { Problem } from '@ml-emissions/model';
import type * as v from 'valibot';
import { type draftSchema, EXPECTED } from './draft.ts';
import { problem } from './to-problem.ts';

type Written = v.InferOutput<typeof draftSchema>;

/** Figures that people round: two ways of saying a time may differ by this much. */
const AGREES = 0.01;

/** Neither wall-clock nor chip-hours. */
export function missingTime(said: object): Problem[] {
  const { hours, deviceHours } = said as {
    readonly hours?: unknown;
    readonly deviceHours?: unknown;
  };
  if (hours !== undefined || deviceHours !== undefined) return [];
  const expected = `${EXPECTED['/hours']}, or deviceHours`;
  return [
    problem('missing', '/hours', null, {
      message: `hours is missing; expected ${expected}`,
      expected,
    }),
  ];
}

/** Time must be said, and where it is said twice, the two must agree. */
export function timeProblems(run: Written): Problem[] {
  const { hours, deviceHours, hardware } = run;
  if (hours === undefined || deviceHours === undefined) return missingTime(run);
  const chips = chipsOf(hardware);
  if (Math.abs(hours * chips - deviceHours) <= AGREES * deviceHours) return [];
  return [
    problem('conflict', '/deviceHours', deviceHours, {
      message: `deviceHours cannot be ${deviceHours}: ${hours} h on ${chips} chips are ${hours * chips} chip-hours`,
      expected: 'hours or deviceHours alone, or two that agree within 1 %',
    }),
  ];
}

/** Power is measured in watts or as a share of TDP, not both. */
export function powerProblems(hardware: Written['hardware']): Problem[] {
  return hardware.flatMap(({ powerW, utilisation }, index) =>
    powerW === undefined || utilisation === undefined
      ? []
      : [
          problem('conflict', `/hardware/${index}/utilisation`, utilisation, {
            message: 'powerW and utilisation are both given; the measured power says all',
            expected: 'at most one of powerW and utilisation',
          }),
        ],
  );
}

/** Wall-clock hours: as given, or chip-hours over all chips. */
export function wallHours({ hours, deviceHours, hardware }: Written): number {
  return hours ?? (deviceHours ?? 0) / chipsOf(hardware);
}

function chipsOf(hardware: Written['hardware']): number {
  return hardware.reduce((sum, { count }) => sum + count, 0);
}
