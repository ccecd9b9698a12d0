import type { MethodName } from '@ml-emissions/model';
import type { Ask } from './asks.ts';
import type { Report } from './report.ts';
import type { ReportLanguage } from './wording/index.ts';

/** A text with the report in it, or why the one that was given could not take it. */
export type Merged =
  | {
      readonly ok: true;
      readonly text: string;
      /** Lines that were left and say a figure of the same kind: of which work, only their author knows. */
      readonly besides: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

/** Options that are switched on, by their names; what a format does not list does nothing there. */
export type FormatOptions = Readonly<Partial<Record<string, boolean>>>;

/** One form of a report and all that is known of it: pages, command, files and docs follow from this. */
export interface Format {
  /** As the command takes it: `--format NAME`. */
  readonly name: string;
  /** What people call it, in a few words. */
  readonly title: string;
  /** What it holds, as a phrase for the docs; Markdown. */
  readonly about: string;
  /** Whose form it is; null where it is ours. */
  readonly standard: {
    readonly name: string;
    /** null where it names none. */
    readonly version: string | null;
  } | null;
  readonly mediaType: string;
  /** The usual ending of its file, without the first dot. */
  readonly extension: string;
  /** What it asks for, in its own order: `askedOf` says how a report answers. */
  readonly asks: readonly Ask[];
  /** Of these, what its own lines say is not known where no run tells it; the rest goes into a sentence. */
  readonly saysUnknown?: readonly Ask[];
  /** Whether what is not known is an empty cell: its readers take words for no number. */
  readonly leavesEmpty?: true;
  /** The method that it is by, where a run is by the usual one: a standard has its own. */
  readonly method?: MethodName;
  /** Options that it understands, with what each does. */
  readonly options: Readonly<Record<string, string>>;
  /** Languages beside English; none where whoever asks for it has it in English alone, or where programs read it. */
  readonly alsoIn?: readonly ReportLanguage[];
  /** Whether it can say that a run is planned; all others are records of what has run. */
  readonly tellsPlans?: true;
  /** Whether it carries its inputs, so that `verify` can read it back. */
  readonly hasTrailer: boolean;
  /**
   * The text of a report.
   *
   * @param report of `reportOf`
   * @param options what of `options` is on
   */
  readonly write: (report: Report, options?: FormatOptions) => string;
  /** Puts the report into a text that is there, where the format can. */
  readonly merge?: (before: string, report: Report, options?: FormatOptions) => Merged;
}
