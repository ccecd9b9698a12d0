import { type Site, siteIn } from '@ml-emissions/server/site';

/** The site of the package, where it was built. */
export function siteAtHand(): Site | null {
  try {
    return siteIn(new URL('../site/', import.meta.url));
  } catch {
    return null;
  }
}
