import { linkTo } from '../links.ts';
import { linkOf } from '../share/link.ts';
import { SITE } from '../site.ts';
import { say } from '../state/notice.svelte.ts';
import type { Session } from '../state/session.svelte.ts';
import { language } from '../text/format.ts';
import { WORDS } from '../text/load.ts';
import { type Doubted, reportOn } from './wrong.ts';

/**
 * Opens a report on a figure as an issue, filled in; where the code is nowhere public, copies it.
 *
 * @param session whose run it is of
 * @param doubted the figure
 */
export async function tell(session: Session, doubted: Doubted): Promise<void> {
  const [{ words }, hash] = await Promise.all([
    WORDS.trust(language()),
    linkOf($state.snapshot(session.project)),
  ]);
  const start = new URL(linkTo('calculate', language()), location.href);
  const context = {
    run: `${SITE.address ?? start.href}${hash ?? ''}`,
    repository: SITE.repository,
  };
  const { text, issue } = reportOn(doubted, context, words.wrong);
  if (issue !== null) {
    open(issue, '_blank', 'noopener,noreferrer');
    return;
  }
  try {
    await navigator.clipboard.writeText(text);
    say({ text: words.wrong.copied });
  } catch {
    say({ text: `${words.wrong.notCopied} ${text}`, isWrong: true });
  }
}
