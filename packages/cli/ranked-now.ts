import { rankedNow } from '@ml-emissions/calculator/as-needed';
import { calculator } from '@ml-emissions/calculator/full';

const { editions } = calculator;
const edition = editions.get(editions.current);
if (!edition) throw new Error(`no edition ${editions.current}`);

/** The places of the current edition, as `rankedNow` has them. */
export const ranked = rankedNow(edition);
