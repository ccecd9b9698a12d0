/** English words of method. Another language is a file of the same shape. */
export const words = {
  title: 'Method',
};
