/** English words of compare. Another language is a file of the same shape. */
export const words = {
  title: 'Compare',
};
