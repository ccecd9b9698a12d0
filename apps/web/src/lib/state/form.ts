import { asShare, asTyped, CURRENT_EDITION } from '@ml-emissions/calculator';

/** The provider that stands for the user's own machines. */
export const OWN = 'own';

/** The form as typed: every field is text, so that nothing typed is lost. */
export interface Form {
  accelerator: string;
  count: string;
  hours: string;
  provider: string;
  region: string;
  intensity: string;
  offset: string;
  pue: string;
  year: string;
  method: string;
  edition: string;
}

/** What the page opens with: a real run, so that it says something at once. */
export const EXAMPLE: Readonly<Form> = {
  accelerator: 'NVIDIA A100 SXM4 80GB',
  count: '8',
  hours: '100',
  provider: 'gcp',
  region: 'us-central1',
  intensity: '300',
  offset: '',
  pue: '',
  year: '',
  method: 'full',
  edition: CURRENT_EDITION,
};

const typed = (text: string) => (text.trim() === '' ? undefined : asTyped(text));

/** The field is in percent: `50` and `50%` are a half. */
function percentOf(text: string): number | string | undefined {
  const bare = text.trim();
  if (bare === '') return undefined;
  return asShare(bare.endsWith('%') ? bare : `${bare}%`);
}

/**
 * What was typed -> a run as written; `parseRun` checks it.
 *
 * @param form the fields as text
 * @returns a run with the names of the contract
 */
export function draftOf(form: Readonly<Form>): Record<string, unknown> {
  const own = form.provider === OWN;
  const run: Record<string, unknown> = {
    hardware: [{ accelerator: form.accelerator, count: asTyped(form.count) }],
    hours: asTyped(form.hours),
    place: own ? undefined : { provider: form.provider, region: form.region },
    carbonIntensityGPerKwh: own ? asTyped(form.intensity) : undefined,
    offsetFraction: own ? percentOf(form.offset) : undefined,
    pue: typed(form.pue),
    year: typed(form.year),
    method: form.method,
    edition: form.edition,
  };
  return Object.fromEntries(Object.entries(run).filter(([, value]) => value !== undefined));
}
