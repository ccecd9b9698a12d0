const LATEX = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  _: '\\_',
  '&': '\\&',
  '#': '\\#',
  $: '\\$',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
} as const;

/** Letters that pdfLaTeX reads in UTF-8 without further packages; others are left out. */
const PRINTABLE =
  /(?<!\d)\u202f|\u202f(?!\d)|[^\u0020-\u024f\u2013\u2014\u2018\u2019\u201c\u201d\u202f]/gu;

/** Text that means itself in LaTeX; what its fonts lack, emoji say, is replaced by a question mark. */
export function latex(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('÷', '/')
    .replaceAll(PRINTABLE, '?')
    .replaceAll(/[\\{}%_&#$~^]/g, (letter) => LATEX[letter as keyof typeof LATEX])
    .replaceAll('\u202f', '\\,');
}

// A name from a file must not steer the terminal that a report is read at, nor turn the order of its letters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const STEERING = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Spaces of any kind, but for the one that parts thousands. */
const SPACES = /(?!(?<=\d)\u202f\d)\s+/g;

/** Text without any mark, in one line: control characters left out. */
export function plain(text: string): string {
  return text.replaceAll(STEERING, '').replaceAll(SPACES, ' ');
}

/** Text that means itself in Markdown, in a table too. */
export function markdown(text: string): string {
  return plain(text.replaceAll(/[\\`*_{}[\]<>#|~]/g, (letter) => `\\${letter}`));
}

/** Text that means itself in XML. */
export function xml(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML allows none of them
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
  );
}
