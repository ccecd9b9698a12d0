/** The fields of the form that have a list. */
export type SearchName = 'accelerator' | 'instance' | 'cpu' | 'zone' | 'namedSite' | 'region';

/** What happened to a plain field before its list came. */
export interface Wake {
  hasFocus: boolean;
  isPressed: boolean;
  /** Where the cursor was, if something was typed. */
  caret: number | null;
  /** What was typed; null where nothing was. */
  draft: string | null;
}
