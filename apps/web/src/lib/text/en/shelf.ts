const whole = new Intl.NumberFormat('en').format;

/** English words of the shelf of projects. Another language is a file of the same shape. */
export const words = {
  title: 'Projects of this browser',
  about:
    'Every project is kept here as you type, and stays when you start over or open a link. Nothing leaves this browser; clearing its data removes it.',
  name: 'Name of this project',
  unnamed: 'without a name',
  keep: 'Keep a version',
  versionKept: 'This version is kept.',
  looking: 'Looking …',
  none: 'Nothing yet: your first change is kept here.',
  refused:
    'This browser keeps nothing for this page: storage is blocked or full. Save as file, or copy the link, before you leave.',
  unkept: 'Started over. This browser keeps nothing: Undo brings back what was here.',
  aside:
    'This browser keeps no shelf for this page. What you started over from is set aside; what you type now takes its place in a new tab.',
  full: (most: number) =>
    `The shelf holds ${most} projects: new ones are not kept until you remove some.`,
  here: 'open here',
  runs: (count: number) => (count === 1 ? '1 run' : `${whole(count)} runs`),
  open: 'Open',
  openOne: (name: string) => `Open ${name}`,
  opened: (name: string) => `Opened ${name}.`,
  remove: 'Remove',
  removeOne: (name: string) => `Remove ${name}`,
  removed: (name: string) => `Removed ${name}.`,
  putBack: 'Put it back',
  unreadable: 'cannot be read by this version of the page',
  save: 'Save',
  saveOne: (name: string) => `Save ${name} as it is`,
  versions: 'Earlier versions',
  ofOne: (name: string) => `of ${name}`,
  noVersions: 'None yet: one is kept for every few minutes of work.',
  goBack: 'Go back to it',
  toOne: (name: string, when: string) => `: ${name} of ${when}`,
  back: (when: string) => `Back to the version of ${when}. What was here is kept as a version too.`,
};
