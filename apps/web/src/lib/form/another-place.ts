import { GRID, OWN, type RunForm, SITE } from '../state/fields.ts';
import type { Session } from '../state/session.svelte.ts';

/** Whether a provider stands for one's own machines. */
export const isOwn = (provider: string): boolean => provider === OWN || provider === GRID;

/**
 * What changes with the provider: what belongs to another kind of place does not come along, neither its grid nor its
 * building. What is guessed instead stands in the sentence, to be seen and changed.
 */
export function otherProvider(session: Session, provider: string): Partial<RunForm> {
  const { form } = session;
  const isOtherKind = isOwn(provider) !== isOwn(form.provider);
  return {
    provider,
    ...(isOwn(provider) || provider === SITE || (provider === form.provider && form.region !== '')
      ? {}
      : { region: regionLike(session, provider) }),
    ...(provider !== OWN && form.provider === OWN ? { intensity: '' } : {}),
    ...(isOtherKind ? { site: isOwn(provider) ? likelySite(session) : '' } : {}),
    ...(provider === GRID && form.zone === '' ? { zone: likelyCountry(session) } : {}),
  };
}

/** A region of another provider on the same grid, or in the same country; none is a question, not a mistake. */
function regionLike({ result, choices }: Session, provider: string): string {
  const { zone, country } = result?.location ?? {};
  const own = choices?.regions.filter((one) => one.provider === provider) ?? [];
  const like = own.find((one) => one.zone === zone) ?? own.find((one) => one.country === country);
  return like?.region ?? '';
}

/** A card for gamers stands in a desktop, an edge device with its owner. */
function likelySite({ result, choices }: Session): string {
  const id = result?.machine.accelerators[0]?.id;
  const segment = id ? choices?.accelerator(id)?.segment : undefined;
  const isOwn = segment === 'consumer' || segment === 'edge';
  return isOwn ? 'desktop' : segment === 'laptop' ? 'laptop' : '';
}

/** The country of the reader's own settings, or else of the place before. */
function likelyCountry({ result }: Session): string {
  const before = result?.location.country ?? '';
  try {
    return new Intl.Locale(navigator.language).region ?? before;
  } catch {
    // Some browsers have a language that is none.
    return before;
  }
}
