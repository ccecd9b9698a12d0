/** Words of the Publish page. */
export const words = {
  title: 'Publish',
  about:
    'The run on the Calculate page, in the form that a paper, a model card, a checklist or an authority wants. All but tables of numbers and the run file carry their inputs, so that anyone can check them with ml-emissions verify.',
  format: 'Format',
  preview: 'Preview',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'This browser does not let a page copy; select the text instead.',
  download: 'Download',
  bibtex: 'Copy BibTeX',
  none: 'There is no figure to publish: the run on the Calculate page needs a look.',
  /** What a format is called, from its own title. */
  formatTitle: (_name: string, title: string): string => title,
};
