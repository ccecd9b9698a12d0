/** English words of about. Another language is a file of the same shape. */
export const words = {
  title: 'About',
};
