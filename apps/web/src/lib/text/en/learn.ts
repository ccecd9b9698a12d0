/** English words of learn. Another language is a file of the same shape. */
export const words = {
  title: 'Learn',
};
