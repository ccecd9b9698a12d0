import type { ProjectForm } from '../state/project.ts';
import { calculate } from '../text/words.ts';

/** What a run is called: its name, its phase, or its number. */
export function runName({ runs }: Readonly<ProjectForm>, index: number): string {
  const words = calculate();
  const form = runs[index];
  if (!form) return '';
  return form.name.trim() || unnamed(form.phase, index, words);
}

/** What it is called while it has no name of its own. */
export const unnamed = (
  phase: string,
  index: number,
  words: ReturnType<typeof calculate> = calculate(),
): string => (words.phases as Partial<Record<string, string>>)[phase] ?? words.runs.nth(index + 1);
