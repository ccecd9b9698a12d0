/** An intensity that was written beside a place: no part of its name. */
const INTENSITY = /\(?\s*(?:at\s+)?\d+(?:[.,]\d+)?\s*k?g\s*(?:co2\w*)?\s*(?:\/|per)\s*kwh\s*\)?/gi;
const HEDGE =
  /\(?\b(?:estimated|approx(?:imate)?(?:ly)?|average|mean|national grid of|grid|electricity|mix)\b\.?\)?/gi;
const EDGES = /^[\s*_"'`|-]+|[\s*_"'`.;|-]+$/g;

/** A text about a place without what is none of its name, and what that was. */
export interface Tidied {
  readonly text: string;
  readonly dropped: readonly string[];
}

/**
 * A place without marks around it, hedges, and an intensity written beside it.
 *
 * @example tidyPlace('France (57g CO2eq/kWh)') // { text: 'France', dropped: ['57g CO2eq/kWh'] }
 */
export function tidyPlace(text: string): Tidied {
  const dropped = (text.match(INTENSITY) ?? []).map((one) => one.replace(/[()]/g, '').trim());
  const bare = text
    .normalize('NFKC')
    .replace(INTENSITY, ' ')
    .replace(HEDGE, ' ')
    .replace(/\(\s*\)/g, ' ')
    .replace(/[’`]/g, "'")
    .replace(/\b(?:\p{L}\.){2,}/gu, (initials) => initials.replaceAll('.', ''))
    .replace(/\s+/g, ' ')
    .replace(EDGES, '');
  return { text: bare, dropped };
}

/** A part of a text about a place, and whether it stands in brackets. */
export interface PlacePart {
  readonly text: string;
  readonly isAside: boolean;
}

/** `Brooklyn, NY, USA` and `Canada (Alberta)` -> their parts. */
export function placeParts(text: string): PlacePart[] {
  const pieces = text.split(/([()[\]])|[,;|]|\s[-–—/]\s/);
  let isAside = false;
  const parts: PlacePart[] = [];
  for (const piece of pieces) {
    if (piece === undefined) continue;
    if (/^[([]$/.test(piece)) isAside = true;
    else if (/^[)\]]$/.test(piece)) isAside = false;
    else if (piece.replace(EDGES, '') !== '')
      parts.push({ text: piece.replace(EDGES, ''), isAside });
  }
  return parts;
}

/** Parts of an official name, and of the world, that stand after a country: `Iran, Islamic Republic of`. */
const QUALIFIER =
  /^(?!(?:the\s+)?united\s+(?:states|kingdom)$)(?:the\s+)?(?:(?:islamic|democratic|people's|plurinational|federal|bolivarian|united|special administrative)\s+)*(?:republic|states?|kingdom|federation|region|province)(?:\s+of(?:\s+\w+)?)?$/i;
const CONTINENT =
  /^(?:asia(?:[\s-]pacific)?|apac|emea|europe|eu|africa|oceania|(?:north|south|latin|central)\s+america|americas|middle east)$/i;

/** Whether a part says nothing that the country beside it does not. */
export const isQualifier = (part: string): boolean => QUALIFIER.test(part) || CONTINENT.test(part);
