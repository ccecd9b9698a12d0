/** What is said of this copy of the calculator on the internet. */
interface Site {
  /** Where it stands, with its last `/`: `https://example.org/calculator/`. */
  readonly address: string | null;
  /** Where its code, its issues and its licences are: `https://example.org/group/name`, without a last `/`. */
  readonly repository: string | null;
}

/**
 * The one place that says where this copy stands and where its code is; null where there is no public address, and then
 * the pages invent none: they name files instead, and reports are copied.
 */
export const SITE: Site = { address: null, repository: null };

const PRIVATE = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/;

/**
 * The address that others can open this page at; null on one's own machine, which nobody else reaches.
 *
 * @param here the address that the browser shows
 * @param start the path of the first page
 */
export function publicAddress(here: URL, start: string): string | null {
  if (SITE.address !== null) return SITE.address;
  return PRIVATE.test(here.hostname) ? null : new URL(start, here).href;
}
