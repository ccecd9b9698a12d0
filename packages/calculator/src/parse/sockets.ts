/** No machine has more sockets; a larger number counts cores or threads. */
export const MOST_SOCKETS = 8;

/** Parts of machines that hold one of them; only servers hold several. */
export const SINGLE: ReadonlySet<string> = new Set(['desktop', 'laptop', 'workstation']);
