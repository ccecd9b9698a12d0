import { amountOf, type Problem, TRAINING_PHASES } from '@ml-emissions/model';
import type { Draft } from './fields/types.ts';
import { problem } from './to-problem.ts';

const COUNTS = ['requests', 'queries', 'outputTokens', 'images', 'videoSeconds'] as const;
const OF_TEXT: ReadonlySet<string> = new Set(['requests', 'outputTokens']);
/** Figures that people round: two ways of saying the tokens may differ by this much. */
const AGREES = 0.01;

type Service = NonNullable<Draft['service']>;

const conflict = (field: string, value: unknown, message: string, expected: string): Problem =>
  problem('conflict', field, value, { message, expected });

/** What a service says of how much it answers, and what goes with it. */
export function serviceProblems(run: Draft): Problem[] {
  const { service, phase, model } = run;
  if (!service) return [];
  const problems = [
    ...countProblems(service),
    ...speedProblems(run, service),
    ...periodProblems(run, service),
    ...otherKindProblems(service),
    ...copyProblems(run, service),
  ];
  if (TRAINING_PHASES.has(phase)) {
    const message = `service is of a model in use, and phase is ${phase}`;
    problems.push(conflict('/service', service, message, 'phase inference, or no service'));
  }
  const isByLaw = (run.hours ?? run.deviceHours ?? run.energyKwh) === undefined;
  const isMixture = model?.architecture === 'mixture-of-experts';
  if (isByLaw && isMixture && model.activeParameters === undefined && model.tokens === undefined) {
    const expected = 'the parameters in use for one token';
    const message = `activeParameters is missing of a mixture of experts; expected ${expected}`;
    problems.push(problem('missing', '/model/activeParameters', null, { message, expected }));
  }
  if (service.sizeClass !== undefined && model?.parameters !== undefined) {
    const message = 'sizeClass guesses what model.parameters tells';
    problems.push(
      conflict('/service/sizeClass', service.sizeClass, message, 'model.parameters alone'),
    );
  }
  if (service.concurrency !== undefined && run.batchSize !== undefined) {
    const message = 'concurrency and batchSize are both given; of a service they are the same';
    problems.push(conflict('/service/concurrency', service.concurrency, message, 'one of the two'));
  }
  return problems;
}

/** A service answers with one kind of thing: text, images, video, or queries of whatever kind. */
function countProblems(service: Service): Problem[] {
  const told = COUNTS.filter((name) => service[name] !== undefined);
  const [first, second] = told;
  if (first === undefined) {
    const expected = 'one of requests, outputTokens, images, videoSeconds and queries';
    const message = `how much the service answers is missing; expected ${expected}`;
    return [problem('missing', '/service/requests', null, { message, expected })];
  }
  const isOfText = told.every((name) => OF_TEXT.has(name));
  if (second !== undefined && !isOfText) {
    const message = `${first} and ${second} are both given; a run is of one kind of answer`;
    return [
      conflict(
        `/service/${second}`,
        service[second],
        message,
        'one of them, the other in a run of its own',
      ),
    ];
  }
  const { requests, outputTokens, outputTokensPerRequest } = service;
  if (requests === undefined || outputTokens === undefined || outputTokensPerRequest === undefined)
    return [];
  const all = amountOf(requests) * amountOf(outputTokensPerRequest);
  if (Math.abs(all - amountOf(outputTokens)) <= AGREES * all) return [];
  const message = `outputTokens cannot be ${amountOf(outputTokens)}: ${amountOf(requests)} requests of ${amountOf(outputTokensPerRequest)} are ${all}`;
  return [
    conflict(
      '/service/outputTokens',
      outputTokens,
      message,
      'two of the three, or three that agree',
    ),
  ];
}

/** A copy of the model has one request at a time, or several, and no more chips than there are. */
function copyProblems(run: Draft, service: Service): Problem[] {
  const problems: Problem[] = [];
  const atATime = service.concurrency ?? run.batchSize;
  if (run.scenario === 'single-stream' && atATime !== undefined && amountOf(atATime) > 1) {
    const many = service.concurrency === undefined ? 'batchSize' : 'concurrency';
    const message = `scenario single-stream is one request at a time, and ${many} is ${amountOf(atATime)}`;
    problems.push(conflict('/scenario', run.scenario, message, `no scenario, or no ${many}`));
  }
  const { acceleratorsPerModel } = service;
  const [own, ...others] = run.hardware;
  const count = own?.count;
  if (acceleratorsPerModel === undefined || count === undefined || others.length > 0)
    return problems;
  if (acceleratorsPerModel <= amountOf(count)) return problems;
  const message = `acceleratorsPerModel is ${acceleratorsPerModel}, and the run has ${amountOf(count)}`;
  const field = '/service/acceleratorsPerModel';
  problems.push(conflict(field, acceleratorsPerModel, message, 'at most the chips of the run'));
  return problems;
}

/** Time and energy that are told are of all uses that are told, and so no period scales the uses. */
function periodProblems(run: Draft, { per }: Service): Problem[] {
  const problems: Problem[] = [];
  const told = (['hours', 'deviceHours', 'energyKwh'] as const).find(
    (name) => run[name] !== undefined,
  );
  if (told !== undefined && per !== undefined && per !== 'total') {
    const message = `per is ${per}, and ${told} is told: that is of all uses, not of those of a ${per}`;
    const expected = `the uses in that ${told === 'energyKwh' ? 'energy' : 'time'}, and no per`;
    problems.push(conflict('/service/per', per, message, expected));
  }
  if (run.repeats !== undefined && amountOf(run.repeats) !== 1) {
    const message = 'repeats is told of a service, whose uses say how often';
    problems.push(conflict('/repeats', run.repeats, message, 'the uses of all, and no repeats'));
  }
  return problems;
}

const OF_TOKENS = ['inputTokensPerRequest', 'outputTokensPerRequest'] as const;
const OF_PICTURES = ['imageWidthPx', 'imageHeightPx', 'steps'] as const;

/** What only text, pictures or video have does not count for another kind. */
function otherKindProblems(service: Service): Problem[] {
  const isVideo = service.videoSeconds !== undefined;
  const isPicture = isVideo || service.images !== undefined;
  const others = [
    ...(isPicture ? OF_TOKENS : OF_PICTURES),
    ...(isVideo ? [] : (['framesPerSecond'] as const)),
  ];
  const kind = isVideo ? 'video' : isPicture ? 'images' : 'text';
  return others.flatMap((name) => {
    const value = service[name];
    if (value === undefined) return [];
    const message = `${name} is told, and the service makes ${kind}`;
    return [conflict(`/service/${name}`, value, message, `no ${name}`)];
  });
}

/** A speed says how long the chips work, and stands beside neither time nor energy; of pictures there is none. */
function speedProblems(run: Draft, service: Service): Problem[] {
  const { tokensPerSecond } = service;
  if (tokensPerSecond === undefined) return [];
  const field = '/service/tokensPerSecond';
  if ((run.hours ?? run.deviceHours ?? run.energyKwh) !== undefined) {
    const message =
      'tokensPerSecond says how long the chips work, and the run tells its time or its energy';
    return [
      conflict(field, tokensPerSecond, message, 'no hours, deviceHours and energyKwh beside it'),
    ];
  }
  if (service.images === undefined && service.videoSeconds === undefined) return [];
  const message = 'tokensPerSecond is of text, and the service makes pictures';
  return [conflict(field, tokensPerSecond, message, 'no tokensPerSecond')];
}
