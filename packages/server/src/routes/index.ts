import type { Route } from '../route.ts';
import { badge } from './badge.ts';
import { checks } from './checks.ts';
import { comparisons } from './comparisons.ts';
import { editions } from './editions.ts';
import { estimates } from './estimates.ts';
import { explanations } from './explanations.ts';
import { plans } from './plans.ts';
import { reports } from './reports.ts';
import { tables } from './tables.ts';
import { verifications } from './verifications.ts';

/** Every address that is described in the OpenAPI document. One more is a file beside these and a line here. */
export const ROUTES: readonly Route[] = [
  estimates,
  comparisons,
  explanations,
  plans,
  reports,
  checks,
  verifications,
  badge,
  editions,
  ...tables,
];
