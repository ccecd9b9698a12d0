/** Stands in the package for what is never asked there; a server that would ask does not start. */
export default function leftOut(): never {
  throw new Error('this is left out of the package');
}
