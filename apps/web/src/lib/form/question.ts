import type { EstimateResult } from '@ml-emissions/calculator';
import type { FieldName } from '../state/fields.ts';
import type { Session } from '../state/session.svelte.ts';
import { exact } from '../text/format.ts';
import { say } from '../text/say.ts';
import { pointerOf } from './groups.ts';

/** What the calculator asks about a number that counts, and what may be meant instead. */
export interface Question {
  readonly text: string;
  /** What to type for it, and as the page says it; null where nothing is guessed. */
  readonly meant: { readonly typed: string; readonly said: string } | null;
}

/** Warnings that doubt what was typed; all others tell how sure the data are, and stand further down. */
const DOUBTS: ReadonlySet<string> = new Set([
  'power-unlikely',
  'power-below-rest',
  'limit-below-rest',
  'limit-exceeded',
  'energy-unlikely',
  'energy-below-rest',
  'energy-against-power',
  'intensity-unlikely',
  'mfu-unlikely',
  'hours-disagree',
  'nodes-exceed-chips',
  'year-before-chip',
]);

type Said = EstimateResult['warnings'][number]['said'];

/** The number that the calculator thinks of, in the unit of the field. */
function meantBy(said: Said): number | null {
  switch (said.code) {
    case 'intensity-unlikely':
      return said.meantGPerKwh;
    case 'power-unlikely':
    case 'limit-below-rest':
      return said.meantW;
    case 'energy-unlikely':
    case 'energy-below-rest':
      return said.meantKwh;
    default:
      return null;
  }
}

/** No more digits than were typed: 0.432 kg is 432 g, not 432.00000000000006. */
const DIGITS = 12;

/** The doubt about what stands in a field; null where there is none. */
export function questionAt(session: Session, name: FieldName): Question | null {
  if (session.isStale || session.form[name] === '') return null;
  const at = pointerOf(name);
  const found = session.result?.warnings.find(
    ({ field, said }) => field === at && DOUBTS.has(said.code),
  );
  if (!found) return null;
  const meant = meantBy(found.said);
  const text = say(found.said, found.message);
  return {
    text: text.charAt(0).toUpperCase() + text.slice(1),
    meant:
      meant === null
        ? null
        : { typed: String(Number(meant.toPrecision(DIGITS))), said: exact(meant) },
  };
}
