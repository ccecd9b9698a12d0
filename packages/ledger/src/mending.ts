import type { Problem } from '@ml-emissions/calculator';

/** A problem of a run in two parts: what is wrong, and what would be right. */
export function mending({
  message,
  suggestions = [],
  expected,
}: Pick<Problem, 'message' | 'expected'> & Partial<Pick<Problem, 'suggestions'>>): {
  readonly wrong: string;
  readonly remedy: string;
} {
  return {
    wrong: message.replace(`; expected ${expected}`, ''),
    remedy: suggestions.length > 0 ? `did you mean ${suggestions.join(', ')}?` : expected,
  };
}
