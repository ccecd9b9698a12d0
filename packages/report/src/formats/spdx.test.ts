import { expect, test } from 'vitest';
import { reportWith, resultOf } from '../testing.ts';
import { spdxFormat } from './spdx.ts';

type Phase = NonNullable<ReturnType<typeof resultOf>['run']['phase']>;
type More = Parameters<typeof reportWith>[1];
const ofPhase = (phase: Phase | undefined) => resultOf({ run: { phase } });
const graphOf = (results: Parameters<typeof reportWith>[0], more: More = {}) =>
  JSON.parse(spdxFormat.write(reportWith(results, more)))['@graph'];

const USE = {
  type: 'ai_EnergyConsumptionDescription',
  ai_energyQuantity: '600',
  ai_energyUnit: 'kilowattHour',
};

test.each([
  ['training', 'ai_trainingEnergyConsumption'],
  ['pre-training', 'ai_trainingEnergyConsumption'],
  ['search', 'ai_trainingEnergyConsumption'],
  ['failed', 'ai_trainingEnergyConsumption'],
  [undefined, 'ai_trainingEnergyConsumption'],
  ['fine-tuning', 'ai_finetuningEnergyConsumption'],
  ['inference', 'ai_inferenceEnergyConsumption'],
] as const)('energy of %s is %s', (phase, field) => {
  expect(graphOf([ofPhase(phase)])[2].ai_energyConsumption).toEqual({
    type: 'ai_EnergyConsumption',
    [field]: [USE],
  });
});

test('runs of other phases are counted in the comment alone', () => {
  const [, , model] = graphOf([ofPhase('training'), ofPhase('deployment'), ofPhase('data')]);
  expect(model.ai_energyConsumption).toEqual({
    type: 'ai_EnergyConsumption',
    ai_trainingEnergyConsumption: [USE],
  });
  expect(model.comment).toContain(
    '2 runs of other phases have no place in this format and are left out.',
  );
  expect(graphOf([ofPhase('training')])[2].comment).not.toContain('left out');
});

test('the comment has the figure and the inputs', () => {
  expect(graphOf([resultOf()])[2].comment).toMatch(
    /^Energy estimated with the ML Emissions Calculator 0\.1\.0, .*; operational emissions 240 kg CO2e\. Not known: what it was for\. What is not known to be of another phase stands under training\. ml-emissions:1:[\w-]+$/,
  );
});

test('ids follow from the name of the model, or of the report, and the day', () => {
  const named = resultOf({ run: { model: { name: 'a b' } } });
  expect(graphOf([named], { title: 'x' })[2]).toMatchObject({
    spdxId: 'urn:ml-emissions:a%20b:2026-11-30',
    creationInfo: '_:creation',
    name: 'a b',
  });
  expect(graphOf([resultOf()], { title: 'x' })[2].name).toBe('x');
  const [creation, agent, model] = graphOf([resultOf()]);
  expect(model.name).toBe('model');
  expect(agent).toEqual({
    type: 'Agent',
    spdxId: 'urn:ml-emissions:model:2026-11-30:tool',
    creationInfo: '_:creation',
    name: 'ml-emissions 0.1.0',
  });
  expect(creation).toEqual({
    type: 'CreationInfo',
    '@id': '_:creation',
    specVersion: '3.0.1',
    created: '2026-11-30T00:00:00Z',
    createdBy: [agent.spdxId],
  });
});

test('one run of another phase is said as one', () => {
  expect(graphOf([ofPhase('training'), ofPhase('data')])[2].comment).toContain(
    ' 1 run of another phase has no place in this format and is left out. ',
  );
});
