/** What people say, and type into a list, where a provider's own name is longer. */
const SHORT: Readonly<Record<string, string>> = { aws: 'AWS', azure: 'Azure' };

/**
 * A provider as all pages call it; reports for others keep its own name.
 *
 * @param id of the provider
 * @param name its own, from the table
 */
export const providerLabel = (id: string, name: string): string => SHORT[id] ?? name;
