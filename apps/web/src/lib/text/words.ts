import { page } from '$app/state';

// Each route loads the rooms whose words it says (+layout.ts, +page.ts). Another language is another
// address and loads the page anew, so a component may keep what it gets here.

/** Words around every page. */
export const shell = () => page.data.shell;
/** Words of the calculator. */
export const calculate = () => page.data.calculate;
