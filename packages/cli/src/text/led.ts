/** The column of what stands at the left. */
const LEAD = 11;

/** A line with its word at the left. */
export const led = (lead: string, text: string): string => lead.padEnd(LEAD) + text;
