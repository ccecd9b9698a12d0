/** How much larger than usual letters are here: by the reader's own setting, or on a very wide screen. Pictures grow with them. */
export const textScale = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
