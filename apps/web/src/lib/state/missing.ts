import type { Problem } from '@ml-emissions/calculator';

/** Whether nothing stands where something is asked for. */
export const isMissing = ({ code, value }: Problem): boolean =>
  code === 'missing' || value === undefined || value === null || String(value).trim() === '';
