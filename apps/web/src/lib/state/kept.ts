/** Where this browser keeps what was typed last, in whatever tab. */
export const PROJECT_KEY = 'ml-emissions.project.2';
/** The same as the page kept it before projects had a place of their own. */
export const FORMER_KEY = 'ml-emissions.project.1';
/** What this tab holds, through a reload: its project, and the steps that can be undone. */
export const TAB_KEY = 'ml-emissions.tab.1';
export const STEPS_KEY = 'ml-emissions.steps.1';
/** What is on its way from hand to the shelf. */
export const LEAVING_KEY = 'ml-emissions.leaving.1';
/** The token of the ledger that this tab has open. */
export const LEDGER_KEY = 'ml-emissions-ledger';
/** What was kept and cannot be read: set aside, for its owner to save or drop. */
export const UNREAD_KEY = 'ml-emissions.unread';

/** Whether this browser keeps nothing for the page: a private window, a policy, a full disk. */
export function isNothingKept(): boolean {
  const key = 'ml-emissions.try';
  try {
    localStorage.setItem(key, key);
    localStorage.removeItem(key);
    return false;
  } catch {
    return true;
  }
}

/** Whether something was typed on an earlier visit, or a ledger is open. */
export function isAnythingKept(): boolean {
  try {
    const isInTab = [TAB_KEY, LEDGER_KEY].some((key) => sessionStorage.getItem(key) !== null);
    const keys = [PROJECT_KEY, FORMER_KEY, LEAVING_KEY, UNREAD_KEY];
    return isInTab || keys.some((key) => localStorage.getItem(key) !== null);
  } catch {
    return false;
  }
}
