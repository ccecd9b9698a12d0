/** Where this browser keeps what was typed. */
export const PROJECT_KEY = 'ml-emissions.project.1';

/** Whether something was typed on an earlier visit. */
export function isAnythingKept(): boolean {
  try {
    return localStorage.getItem(PROJECT_KEY) !== null;
  } catch {
    return false;
  }
}
