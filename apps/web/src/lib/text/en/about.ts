/** English words of the About page. Another language is a file of the same shape. */
export const words = {
  title: 'About',
  whatTitle: 'What this is',
  what: [
    'This calculator says how much CO2e the computing of a machine-learning project emits, how sure that figure is, and what would lower it. It grows out of the 2019 paper by Lacoste, Luccioni, Schmidt and Dandres, reproduces its figures, and goes on from them: whole machines, several runs, ranges, and a source behind every number.',
    'It is for a researcher with a deadline, an engineer who chooses where to train, a team with many jobs, and a teacher. The same numbers come from this page, from the command ml-emissions and from the library of that name, to the last digit.',
  ],
  notTitle: 'What it does not do',
  not: [
    'It does not measure. A meter at the wall is better than any estimate, and its reading can be entered.',
    'It does not count networks, storage elsewhere, buildings, or what a model is used for.',
    'It never subtracts offsets or certificates; they stand beside the figure.',
    'Grid figures are yearly means; the hour of a run is in the range, not in the figure.',
    'The tables of data, and the notes in them, are in English on every page.',
  ],
  peopleTitle: 'People',
  people: 'The method grows out of a paper of 2019:',
  peopleOf2019: 'Its authors:',
  and: ' and ',
  formerSite: 'With it came a calculator,',
  developers:
    'This calculator is a work of its own: its developers answer for its figures, and the authors of the paper do not.',
  wrongTitle: 'Wrong? Tell us',
  wrong:
    'Under the result, and in each line of the receipt once it is open, stands “Wrong? Tell us”. It makes a report with the figure, its source and an address that opens the run.',
  wrongIssue: 'The report opens as an issue, to be filled in and sent.',
  wrongCopied:
    'This copy of the calculator names no place for issues, so that the report is copied, to be sent to whoever runs it.',
  codeTitle: 'Code and data',
  code: 'Code, documentation and issues:',
  noCode:
    'This copy of the calculator names no public address of its code. Whoever runs it has it: the code with its documentation (docs), the tables (data) and the history of both (CHANGELOG.md).',
  dataLink: 'All tables, to be looked through and downloaded',
  validationTitle: 'Checked against meters and papers',
  validation: (agree: number, published: number) =>
    `Of ${published} published footprints ${agree} agree with their own inputs as this calculator computes them; the others are listed beside them.`,
  metered: (runs: number, inside: string) =>
    `Of ${runs} runs of a desktop that was metered at the wall ${inside} lie inside the range that it gives.`,
  validationLink: 'Every case, drawn and listed',
  correctionsTitle: 'Corrections',
  corrections:
    'When a figure turns out to be wrong it is corrected in a new edition of the data, and what moves is written down with by how much and why (CHANGELOG.md); the older edition stays, so that a published number can be had again.',
  correctionsLink: 'What the tables of 2019 had, and what is known now',
  correctionsRun: 'The run in hand by each edition',
  edition: 'Edition',
  says: 'What it says, operational',
  noAnswer: 'its tables do not have this chip or place',
  waiting: 'Fetching the older editions …',
  privacyTitle: 'Privacy',
  privacy: [
    'Everything is computed in this browser. Nothing that is typed leaves it, there is no account, no cookie and no count of visits, and no other host is asked for anything.',
    'This browser keeps what was typed, and the theme, in its local storage; and the page itself, so that it works without a network. Clearing the data of this site removes both. A copied link holds the project in the part of the address after #, which browsers do not send to any server.',
  ],
  citeTitle: 'Citing',
  cite: 'Please cite the paper, and this calculator with the edition of the data that was used.',
  copy: 'Copy BibTeX',
  copied: 'Copied.',
  notCopied: 'This browser does not let a page copy; select the text instead.',
  licenceTitle: 'Licences',
  licence:
    'The code is under the MIT licence. The tables are facts from the sources that they name; those in data/odbl are under the Open Database License 1.0. The shapes of the map are Natural Earth’s, in the public domain.',
  versionTitle: 'Versions',
  version: (version: string, edition: string, hash: string) =>
    `Calculator ${version}; data edition ${edition}, ${hash}. Every result names the edition that it used, and stays reproducible from it.`,
};
