/** English words of data. Another language is a file of the same shape. */
export const words = {
  title: 'Data',
};
