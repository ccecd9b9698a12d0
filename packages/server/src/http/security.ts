/** Pages bring their own policy for scripts and styles; what no page can say of itself is said here. */
const FOR_PAGES = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'";
const FOR_ANSWERS = "default-src 'none'; frame-ancestors 'none'";
/** A page of ours without scripts. */
const FOR_DOCS =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** What is sent with everything. */
export const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** Which of the policies a path has. */
export function policyOf(kind: 'page' | 'docs' | 'answer'): string {
  return kind === 'page' ? FOR_PAGES : kind === 'docs' ? FOR_DOCS : FOR_ANSWERS;
}

/** Anybody's page may ask the calculator: it keeps nothing, and nobody is signed in. */
export const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, content-language, retry-after',
  'cross-origin-resource-policy': 'cross-origin',
} as const;

/** Before a request with a body a browser asks whether it may. */
export const PREFLIGHT = {
  ...CORS,
  'access-control-allow-methods': 'GET, HEAD, POST',
  'access-control-allow-headers': 'content-type, accept-language, if-none-match',
  'access-control-max-age': '86400',
} as const;
