/** The key of a region in the indexes. */
export const regionKey = (provider: string, region: string): string => `${provider}/${region}`;
