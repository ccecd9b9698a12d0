import { choice, optionalText, reference } from '../column.ts';

export const CONFIDENCE = ['stated', 'derived', 'second-hand', 'memory'] as const;
export const SCOPES = ['direct', 'lifecycle'] as const;
export const BASES = ['production', 'consumption'] as const;
export const QUALITY = ['ok', 'check', 'suspect'] as const;

/** Columns that most tables end with: how sure, where from, what else to know. */
export const provenance = {
  confidence: choice(
    'stated: read at the origin; derived: computed, the note says how; second-hand: read in another table; memory: not re-read',
    CONFIDENCE,
  ),
  source_id: reference('where the row comes from', 'sources'),
  note: optionalText('how a value was derived, what other figures exist'),
};
