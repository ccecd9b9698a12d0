/// <reference types="@sveltejs/kit" />
/// <reference path="../../../packages/data/src/csv-table.d.ts" />
import type { WordsOf } from '$lib/text/load.ts';

declare global {
  namespace App {
    /** Words that a route has loaded: `shell` always, the others where its components say them. */
    interface PageData {
      shell: WordsOf<'shell'>;
      calculate: WordsOf<'calculate'>;
      /** Where pages are written; a browser fetches them with what says them. */
      sheet?: WordsOf<'sheet'> | undefined;
    }
  }
}
