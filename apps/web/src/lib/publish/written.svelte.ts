import { isReportLanguage, type ReportLanguage } from '@ml-emissions/report';

const KEY = 'report-language';

/** The language of the texts to publish: what was chosen, on an earlier visit too; else the page's. */
class Written {
  #chosen = $state<ReportLanguage | null>(null);

  /** What was chosen on an earlier visit. */
  restore(): void {
    try {
      const kept = localStorage.getItem(KEY);
      this.#chosen = kept !== null && isReportLanguage(kept) ? kept : null;
    } catch {
      // A browser that keeps nothing.
    }
  }

  choose(language: ReportLanguage): void {
    this.#chosen = language;
    try {
      localStorage.setItem(KEY, language);
    } catch {
      // The choice holds for this visit.
    }
  }

  /** @param page the language of the page */
  on(page: ReportLanguage): ReportLanguage {
    return this.#chosen ?? page;
  }
}

export const written = new Written();
