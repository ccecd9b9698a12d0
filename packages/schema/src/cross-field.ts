import {
  amountOf,
  FINAL_PHASES,
  INFERENCE_WORK,
  isPlanned,
  type Problem,
  type Run,
} from '@ml-emissions/model';
import { expectedOf } from './fields/row.ts';
import { RUN_FIELDS } from './fields/run.ts';
import type { Draft } from './fields/types.ts';
import { serviceProblems } from './service-problems.ts';
import { problem } from './to-problem.ts';

/** What fields of a run demand of each other, where each alone holds. */
export function crossProblems(run: Draft): Problem[] {
  return [
    ...missingParts(run),
    ...hardwareProblems(run),
    ...powerProblems(run),
    ...hostProblems(run),
    ...energyProblems(run),
    ...dateProblems(run),
    ...scenarioProblems(run),
    ...planProblems(run),
    ...developmentProblems(run),
    ...serviceProblems(run),
  ];
}

function conflict(field: string, value: unknown, message: string, expected: string): Problem {
  return problem('conflict', field, value, { message, expected });
}

/** Without something that draws power, or its energy, and without a time there is nothing to count. */
export function missingParts(said: object): Problem[] {
  const { hardware, instance, slice, host, energyKwh, hours, deviceHours } = said as Partial<
    Record<keyof Draft, unknown>
  >;
  const problems: Problem[] = [];
  if (energyKwh !== undefined) return problems;
  const isServed = 'service' in said && said.service !== undefined;
  const none = hardware === undefined || (Array.isArray(hardware) && hardware.length === 0);
  if (none && instance === undefined && slice === undefined && host === undefined && !isServed) {
    const expected = `${expectedOf(RUN_FIELDS['/hardware'])}, an instance, a slice, host: { cpu } or energyKwh`;
    const message = `hardware is missing; expected ${expected}`;
    problems.push(problem('missing', '/hardware', null, { message, expected }));
  }
  if (hours === undefined && deviceHours === undefined && !isServed && !isToPlan(said as Run)) {
    const plan =
      'or model: { parameters, tokens } of a training that is planned, or service of a model in use';
    const expected = `${expectedOf(RUN_FIELDS['/hours'])}, or deviceHours; ${plan}`;
    const message = `hours is missing; expected ${expected}`;
    problems.push(problem('missing', '/hours', null, { message, expected }));
  }
  return problems;
}

/** Whether a run is planned, or would be if it told what a token of its mixture of experts passes through. */
const isToPlan = (run: Run): boolean => isPlanned(run) || lacksActive(run);

/** A mixture of experts whose tokens are told, and not what one of them passes through. */
const lacksActive = ({ model }: Pick<Run, 'model'>): boolean =>
  model?.architecture === 'mixture-of-experts' &&
  model.tokens !== undefined &&
  (model.activeParameters ?? model.flop) === undefined;

/**
 * The machine is described in one way: its parts, an instance or a slice. Chips may be attached to an instance that
 * brings none; which do, the tables tell.
 */
function hardwareProblems({ hardware, instance, instanceCount, slice }: Draft): Problem[] {
  const ways = [
    ...(hardware.length > 0 ? ['hardware'] : []),
    ...(instance === undefined ? [] : ['instance']),
    ...(slice === undefined ? [] : ['slice']),
  ];
  const problems: Problem[] = [];
  if (ways.length > 1 && slice !== undefined) {
    const message = `${ways.join(' and ')} are both given; one of them says which chips there are`;
    problems.push(conflict('/slice', slice, message, 'one of hardware, instance and slice'));
  }
  if (instanceCount !== undefined && instance === undefined) {
    const message = 'instanceCount is given without an instance';
    problems.push(conflict('/instanceCount', instanceCount, message, 'an instance with it'));
  }
  return problems;
}

/** Power is measured in watts or as a share of TDP, not both. */
function powerProblems({ hardware }: Draft): Problem[] {
  return hardware.flatMap(({ powerW, utilisation }, index) =>
    powerW === undefined || utilisation === undefined
      ? []
      : [
          conflict(
            `/hardware/${index}/utilisation`,
            utilisation,
            'powerW and utilisation are both given; the measured power says all',
            'at most one of powerW and utilisation',
          ),
        ],
  );
}

function hostProblems({ host, instance }: Draft): Problem[] {
  if (!host) return [];
  const { powerW, cpu, cpuCount, cores, utilisation, memoryGb } = host;
  const problems: Problem[] = [];
  if (powerW !== undefined && (cpu ?? cpuCount ?? cores ?? utilisation ?? memoryGb) !== undefined) {
    const message = 'the power of the host and its parts are both given; the power says all';
    problems.push(conflict('/host/powerW', powerW, message, 'powerW alone, or the parts'));
  }
  if (cpuCount !== undefined && cores !== undefined) {
    const message = 'cpuCount and cores are both given';
    problems.push(conflict('/host/cores', cores, message, 'whole processors, or cores in use'));
  }
  // The virtual processors of a rented machine have a load as well.
  const ofCpu = cpuCount ?? cores ?? (instance === undefined ? utilisation : undefined);
  if (cpu === undefined && ofCpu !== undefined) {
    const expected = 'a processor such as EPYC 7742';
    const message = `the processor is missing; expected ${expected}`;
    problems.push(problem('missing', '/host/cpu', null, { message, expected }));
  }
  return problems;
}

function energyProblems({ energyKwh, energyScope, idle }: Draft): Problem[] {
  const problems: Problem[] = [];
  if (energyScope !== undefined && energyKwh === undefined) {
    const message = 'energyScope is given without energyKwh';
    problems.push(conflict('/energyScope', energyScope, message, 'energyKwh with it'));
  }
  if (idle && energyKwh !== undefined && energyScope !== 'accelerators') {
    const message = 'what was metered as a whole holds the idle time already';
    const expected = 'energyKwh without idle, or energyScope: accelerators';
    problems.push(conflict('/idle', idle, message, expected));
  }
  return problems;
}

/** How requests come is asked of what answers some. */
function scenarioProblems({ scenario, work }: Draft): Problem[] {
  if (scenario === undefined || work === undefined || INFERENCE_WORK.has(work)) return [];
  const message = `scenario says how requests come, and work is ${work}`;
  return [conflict('/scenario', scenario, message, 'work of inference, or no scenario')];
}

/** What a plan is made of fits together, and stands beside no time. */
function planProblems(run: Draft): Problem[] {
  const { model, hours, deviceHours, energyKwh, mfu } = run;
  const problems: Problem[] = [];
  const all = model?.parameters;
  for (const part of ['activeParameters', 'trainedParameters'] as const) {
    const some = model?.[part];
    if (all === undefined || some === undefined || amountOf(some) <= amountOf(all)) continue;
    const message = `${part} is ${amountOf(some)}, and the model has ${amountOf(all)}`;
    problems.push(conflict(`/model/${part}`, some, message, 'at most parameters'));
  }
  if (lacksActive(run as Pick<Run, 'model'>)) {
    const expected = 'the parameters in use for one token';
    const message = `activeParameters is missing of a mixture of experts; expected ${expected}`;
    problems.push(problem('missing', '/model/activeParameters', null, { message, expected }));
  }
  const isTimed = (hours ?? deviceHours ?? energyKwh) !== undefined;
  const speeds = {
    tokens: run.tokensPerSecondPerAccelerator,
    samples: run.samplesPerSecondPerAccelerator,
  };
  if (isTimed) {
    const told = [
      ['/mfu', mfu],
      ['/tokensPerSecondPerAccelerator', speeds.tokens],
      ['/samplesPerSecondPerAccelerator', speeds.samples],
    ] as const;
    for (const [field, value] of told) {
      if (value === undefined) continue;
      const message = `${field.slice(1)} plans a run that has no time yet, and this one has`;
      problems.push(
        conflict(field, value, message, 'no hours, deviceHours and energyKwh beside it'),
      );
    }
    return problems;
  }
  for (const of of ['tokens', 'samples'] as const) {
    const field = `/${of}PerSecondPerAccelerator`;
    if (speeds[of] === undefined || model?.[of] !== undefined) continue;
    const message = `${field.slice(1)} is given without the ${of} that there are to do`;
    problems.push(conflict(field, speeds[of], message, `model.${of} with it`));
  }
  return problems;
}

/** What led to a run is told of a run that it led to, and how a search went of a search. */
function developmentProblems({ development, phase, service }: Draft): Problem[] {
  if (!development) return [];
  const problems: Problem[] = [];
  if (service || !FINAL_PHASES.has(phase)) {
    const of = service ? 'a model in use' : `a run of phase ${phase}`;
    const message = `development is told of ${of}, and is counted with the training that it led to`;
    const expected = 'development in the training run alone, or phase training';
    problems.push(conflict('/development', development, message, expected));
  }
  const { trials, trialShare, strategy, reductionFactor } = development;
  for (const [name, value] of Object.entries({ trialShare, strategy })) {
    if (value === undefined || trials !== undefined) continue;
    const expected = expectedOf(RUN_FIELDS['/development/trials']);
    const message = `trials is missing beside ${name}; expected ${expected}`;
    problems.push(problem('missing', '/development/trials', null, { message, expected }));
    break;
  }
  if (reductionFactor !== undefined && strategy !== 'successive-halving') {
    const field = '/development/reductionFactor';
    const message = `reductionFactor is of successive halving, and ${trials === undefined ? 'no search is told' : `the search is ${strategy ?? 'not said to be one'}`}`;
    const expected = 'strategy successive-halving with it';
    problems.push(conflict(field, reductionFactor, message, expected));
  }
  return problems;
}

function dateProblems({ start, end, year }: Draft): Problem[] {
  const problems: Problem[] = [];
  if (start !== undefined && end !== undefined && Date.parse(end) < Date.parse(start)) {
    const message = `end ${end} is before start ${start}`;
    problems.push(conflict('/end', end, message, 'a date after start'));
  }
  if (start !== undefined && year !== undefined && Number(start.slice(0, 4)) !== year) {
    const message = `year ${year} and start ${start} do not agree`;
    problems.push(conflict('/year', year, message, 'the year of start, or none'));
  }
  return problems;
}
