import { resolve } from '$app/paths';
import { page } from '$app/state';
import type { Language } from './text/languages.ts';

/** The pages, in the order of the navigation. */
export const PAGES = [
  'calculate',
  'learn',
  'act',
  'publish',
  'ledger',
  'data',
  'method',
  'about',
] as const;
export type PageId = (typeof PAGES)[number];

const ROUTES = {
  calculate: '/[[lang=lang]]',
  learn: '/[[lang=lang]]/learn',
  act: '/[[lang=lang]]/act',
  publish: '/[[lang=lang]]/publish',
  ledger: '/[[lang=lang]]/ledger',
  data: '/[[lang=lang]]/data',
  method: '/[[lang=lang]]/method',
  about: '/[[lang=lang]]/about',
} as const;

/** The address of a page in a language, relative to wherever the site is served. */
export function linkTo(id: PageId, language: Language): string {
  const path = resolve(ROUTES[id], language === 'en' ? {} : { lang: language });
  // Pages are folders: not every file host knows them without the slash.
  return path.endsWith('/') ? path : `${path}/`;
}

/** Addresses of the 2019 site, which was one page: where each part of it is now. */
const FORMER: Readonly<Record<string, PageId>> = {
  '#home': 'calculate',
  '#compute': 'calculate',
  '#page-top': 'calculate',
  '#learn': 'learn',
  '#act': 'act',
  '#publish': 'publish',
  '#about': 'about',
  '#authors': 'about',
  '#co2eq': 'learn',
};

/** The page that an address of the 2019 site leads to; null where it is none. */
export const formerPage = (hash: string): PageId | null => FORMER[hash.toLowerCase()] ?? null;

/** The page that what is open belongs to, such as a sheet of Learn's; undefined where it belongs to none. */
export const pageAround = (): PageId | undefined =>
  PAGES.find((id) => id !== 'calculate' && page.route.id?.startsWith(`${ROUTES[id]}/`));

/** The page that is open; undefined where there is none at this address. */
export const openPage = (): PageId | undefined => PAGES.find((id) => ROUTES[id] === page.route.id);
