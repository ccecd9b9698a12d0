/** How long a text may be; nothing a person would mean is longer. The bounds of each number stand in `fields/`. */
export const LIMITS = {
  /** Characters of an id or a short name. */
  idLength: 200,
  /** Characters of a free text. */
  textLength: 1000,
  /** Characters of a value that a problem quotes. */
  quoted: 200,
} as const;
