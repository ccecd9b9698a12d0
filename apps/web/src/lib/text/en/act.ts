/** English words of act. Another language is a file of the same shape. */
export const words = {
  title: 'Act',
};
