import type { RunForm } from '../state/fields.ts';

/** What of the last sentence no field holds, and the run that it was typed for: said beside the hardware. */
export const unread = $state<{ text: string; form: RunForm | null }>({ text: '', form: null });
