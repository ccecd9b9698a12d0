import type { Calculator } from '@ml-emissions/calculator';
import { GRID, type RunForm, SERVED, SITE, VERBS } from '../../state/fields.ts';
import type { Session } from '../../state/session.svelte.ts';
import { exact } from '../../text/format.ts';
import { calculate } from '../../text/words.ts';
import { zoneNameOf } from '../place-options.ts';
import { toldText } from '../told.ts';

/** Fields that the sentence of the form has no words for. */
const TOLD = [
  'inputTokensPerRequest',
  'outputTokensPerRequest',
  'energyKwh',
  'intensity',
  'pue',
  'year',
  'repeats',
] as const;

type Words = ReturnType<typeof calculate>;

/**
 * What a sentence was understood as, in the words of the form: `I trained a language model · 8 × NVIDIA A100 · 72 hours`.
 *
 * @param hardware the name that is meant, where several have the one that was typed
 */
export function labelOf(
  session: Session,
  fields: Partial<RunForm>,
  hardware: string | null = null,
  isPlaceAsked = false,
): string {
  const words = calculate();
  const place = placeOf(session, fields);
  return [
    workOf(fields, words),
    servedOf(fields, words),
    fields.parameters && `${fields.parameters} ${words.sentence.parameters}`,
    fields.tokens && `${fields.tokens} ${words.sentence.tokens}`,
    hardware?.replace(/^(\d+) x /, '$1 × ') ?? hardwareOf(session, fields),
    hoursOf(fields, words),
    place && isPlaceAsked ? `${place}\u00a0?` : place,
    ...TOLD.map((name) => (fields[name] ? toldText(name, fields[name]) : '')),
  ]
    .filter(Boolean)
    .join(' · ');
}

function workOf({ verb, work }: Partial<RunForm>, { sentence }: Words): string {
  const known = VERBS.find((one) => one === verb);
  const done = known ? sentence.verbs[known] : '';
  if (verb === 'serve') return done;
  const isWork = (one: string | undefined): one is keyof typeof sentence.works =>
    one !== undefined && Object.hasOwn(sentence.works, one);
  const of = isWork(work) ? sentence.works[work] : known ? sentence.works[''] : '';
  return [done, of].filter(Boolean).join(' ');
}

function servedOf(fields: Partial<RunForm>, { sentence, periods }: Words): string {
  const by = SERVED.find((one) => one === fields.served);
  if (!by) return '';
  const per = (periods as Partial<Record<string, string>>)[fields.per ?? ''] ?? '';
  return [fields[by], sentence.served[by], per].filter(Boolean).join(' ');
}

function hardwareOf(
  { engine, hasAll }: Session,
  { count, accelerator, instance, instanceCount, cpu, cpuCount, slice }: Partial<RunForm>,
): string {
  // Processors are in tables that nothing else here asks for.
  const processor =
    cpu && hasAll ? (engine?.list('cpus', cpu).find(({ id }) => id === cpu)?.name ?? cpu) : cpu;
  const name = accelerator ?? instance ?? slice ?? processor ?? '';
  const many = count || instanceCount || cpuCount;
  return name !== '' && many ? `${many} × ${name}` : name;
}

function hoursOf({ hours = '' }: Partial<RunForm>, { sentence }: Words): string {
  const number = hours.replace(',', '.');
  return /^[\d.]+$/.test(number) ? sentence.hours(exact(Number(number)), Number(number)) : hours;
}

function placeOf(
  session: Session,
  { provider, region, zone = '', namedSite = '' }: Partial<RunForm>,
): string {
  if (provider === undefined) return '';
  if (provider === GRID) return zoneNameOf(session, zone) || zone;
  if (provider === SITE)
    return session.engine ? siteName(session.engine.list, namedSite) : namedSite;
  return [session.providerName(provider), region].filter(Boolean).join(' ');
}

/** What a research computer or a service is called. */
export const siteName = (list: Calculator['list'], id: string): string =>
  list('sites').find((row) => row.id === id)?.name ?? id;
