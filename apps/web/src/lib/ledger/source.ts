import { linkTo } from '../links.ts';
import { LEDGER_KEY } from '../state/kept.ts';
import type { Trouble } from './answers.ts';

/** What a ledger is asked, and what it answers. */
export type Ask = <Answer>(question: string) => Promise<Answer>;

/** Thrown where a ledger does not answer. */
export class NoAnswer extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble, detail = '') {
    super(detail);
    this.name = 'NoAnswer';
    this.trouble = trouble;
  }
}

/** As `ml-emissions ledger open` makes it. */
const TOKEN = /^#([\w-]{32})$/;

/** The token of the address; in another language of the page, or after a reload, that of this tab. */
export function tokenHere(): string | null {
  const [, told] = TOKEN.exec(location.hash) ?? [];
  try {
    if (told !== undefined) sessionStorage.setItem(LEDGER_KEY, told);
    return told ?? sessionStorage.getItem(LEDGER_KEY);
  } catch {
    // Where nothing may be kept the address alone counts.
    return told ?? null;
  }
}

function forget(): void {
  try {
    sessionStorage.removeItem(LEDGER_KEY);
  } catch {
    // Nothing was kept.
  }
}

const REFUSED = 401;

/** What the ledger sends, as it comes. */
export async function fetched(token: string, question: string): Promise<Response> {
  const address = `${linkTo('ledger', 'en')}data${question}`;
  const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } }).catch(
    () => {
      throw new NoAnswer('gone');
    },
  );
  if (answer.ok) return answer;
  if (answer.status === REFUSED) {
    forget();
    throw new NoAnswer('closed');
  }
  const { detail = '' } = (await answer.json().catch(() => ({}))) as { detail?: string };
  throw new NoAnswer('refused', detail);
}

/** A ledger that is open. */
export const openLedger =
  (token: string): Ask =>
  async (question) =>
    (await fetched(token, question)).json();

/** A ledger of a lab that does not exist: a few answers, made by `ledger open` itself. */
export async function sampleLedger(): Promise<Ask> {
  const { default: answers } = await import('./sample.json');
  return async <Answer>(question: string) => {
    const found = (answers as Readonly<Record<string, unknown>>)[question];
    if (found === undefined) throw new NoAnswer('refused', question);
    return found as Answer;
  };
}
