/** The field that somebody is in the middle of: half a name, or nothing yet, is no mistake there. */
export const typing = $state<{ field: string | null }>({ field: null });
