import type { Ask, AskState, FormatName, ReportLanguage } from '@ml-emissions/report';
import type { EnglishBecause } from '../../publish/groups.ts';

const whole = new Intl.NumberFormat('en').format;

/** English words of the Publish page. Another language is a file of the same shape. */
export const words = {
  title: 'Publish',
  about:
    'The run on the Calculate page, in the form that a paper, a model card, a checklist or an authority wants. All but tables of numbers and the run file carry their inputs, so that anyone can check them with ml-emissions verify.',
  inHand: (runs: number, mass: string) =>
    `${runs === 1 ? 'This run' : `These ${whole(runs)} runs`}: ${mass} CO2e`,
  between: (low: string, high: string) => `, between ${low} and ${high}`,
  change: 'Change it',
  example: 'This is the example that the calculator opens with, not a run of yours.',
  forWhat: 'What is it for?',
  first: {
    latex: { title: 'A paper', about: 'LaTeX paragraph and BibTeX' },
    'model-card': { title: 'A model card', about: 'README.md for Hugging Face' },
  },
  others: 'Others:',
  format: 'Other form',
  groups: {
    checklist: 'Checklists of venues',
    authority: 'Authorities and standards',
    text: 'Running text',
    bill: 'Bills of materials and reports',
    program: 'For programs',
    picture: 'Pictures',
  },
  options: {
    short: 'in a few sentences: hardware, hours, place, energy, emissions, tool',
    long: 'with tables by run and by part',
    siunitx: 'quantities by siunitx',
  } as Readonly<Record<string, string>>,
  wantsTitle: 'What this form asks for',
  wants: {
    latex:
      'A paragraph for the section on experiments or impact: what ran, for how long, where, and what that emitted. As the calculator of 2019 did, it links the tool and cites the paper.',
    bibtex: 'The two entries that the paragraph cites.',
    markdown: 'What ran, for how long, and where: a paragraph for a README or a blog.',
    text: 'The same paragraph without any mark.',
    'model-card':
      'Hugging Face reads co2_eq_emissions from the front matter, in grams, with its source, the kind of training, place and hardware; its template has five lines on environmental impact.',
    neurips:
      'Item 8 of the checklist: the kind of compute workers, whose they are, memory and storage; the compute of each run and in all; and whether the project took more than the paper reports.',
    acl: 'Item C1 of the checklist: the number of parameters, the computational budget in all, and the infrastructure.',
    cvpr: 'The hardware, compute in all, dates, and how the development splits by kind of work.',
    'eu-ai':
      'The model documentation form of the EU AI Act: time, computation and energy of training and how the energy was found; computation of inference; parameters.',
    sci: 'A score per functional unit: which unit, how many, and why that one.',
    l1801:
      'The stages of the life cycle apart, per functional unit, with water, and what is left out.',
    cyclonedx: 'Energy and emissions of one model by activity, with who provides the energy.',
    spdx: 'Energy of training, fine-tuning and inference of one model.',
    boamps: 'One report a run: task, model, hardware, place, and energy as it was measured.',
    codecarbon: 'The columns of CodeCarbon’s own file, for what reads these.',
    json: 'The whole result, for programs: nothing is asked.',
    csv: 'A row a run at full precision: nothing is asked.',
    yaml: 'The run file: read again, it gives the same digits.',
    svg: 'A card to share: figure, range, hardware and place.',
    badge: 'A badge for a README: the figure alone.',
  } as Readonly<Record<FormatName, string>>,
  asks: {
    hardware: 'Hardware',
    cpu: 'Processor of the machine',
    memory: 'Memory of the machine',
    storage: 'Storage',
    owner: 'Whose machines: cloud, cluster, one’s own',
    place: 'Where it ran',
    hours: 'How long it ran',
    dates: 'Dates of the run',
    energy: 'Energy, measured',
    phase: 'What it was for: training, fine-tuning, inference …',
    modelName: 'Name of the model',
    parameters: 'Parameters of the model',
    flop: 'Computation, FLOP',
    otherRuns: 'Other runs: searches, ablations, failed ones',
    unit: 'Functional unit and its count',
    whyUnit: 'Why this unit',
  } as Readonly<Record<Ask, string>>,
  states: {
    told: 'told',
    taken: 'estimated',
    missing: 'missing',
    apart: 'no field here: write it into the text',
  } as Readonly<Record<AskState, string>>,
  partOf: (counted: number, all: number) =>
    `${counted} of ${all} runs ${counted === 1 ? 'is' : 'are'} counted: this text speaks of ${counted === 1 ? 'that one' : 'these'} alone. What the others lack stands at their fields.`,
  missing: (count: number) =>
    count === 1
      ? 'One thing is missing; the text says that it is not known.'
      : `${whole(count)} things are missing; the text says that they are not known.`,
  /** Of a file whose readers take no words. */
  missingEmpty: (count: number) =>
    count === 1
      ? 'One thing is missing; its cells are empty.'
      : `${whole(count)} things are missing; their cells are empty.`,
  allTold: 'Nothing that has a field is missing.',
  inRuns: (count: number) => (count === 1 ? 'in one run' : `in ${whole(count)} runs`),
  colon: ':',
  enter: 'enter it',
  better: 'enter what was measured',
  language: 'Language of the text:',
  languages: { en: 'English', fr: 'French' } as Readonly<Record<ReportLanguage, string>>,
  /** Why a form is in English though another language was chosen. */
  inEnglish: {
    venue: 'This form is in English: its venue asks for it in no other language.',
    wording: 'This form is in English: no official wording of it in French is known here.',
    programs: 'This text is in English, or has names that are fixed: programs read it.',
  } as Readonly<Record<EnglishBecause, string>>,
  noAddress:
    'This copy of the calculator stands on your own machine, so that the text links to no address. From a copy on the internet it links to the calculator and to this run.',
  preview: 'Preview',
  source: 'Source',
  bibtex: 'BibTeX',
  copy: 'Copy',
  copyOf: (what: string) => `Copy: ${what}`,
  copied: 'Copied.',
  notCopied: 'This browser does not let a page copy; select the text instead.',
  sendSubject: 'What a run of machine learning emits',
  byMail: 'Send the figure by e-mail',
  share: 'Share the figure …',
  download: 'Download',
  none: 'There is no figure to publish: the run on the Calculate page needs a look.',
  toCalculate: 'Go to it',
  refused:
    'This form is a record of what has run, and the run is planned. A paper’s paragraph, Markdown, plain text and the files for programs say that it is a plan.',
  /** What a format is called, from its own title. */
  formatTitle: (_name: string, title: string): string => title,
};
