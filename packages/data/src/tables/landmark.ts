import { number, optionalText, reference, text } from '../column.ts';

/** `data/landmarks.csv`: footprints to compare with: of models as published, and of what people do. */
export const landmarkColumns = {
  id: text('key'),
  name: text('what was trained, or done'),
  kg_co2e: number('kg CO2e as published', { min: 1e-6, max: 1e12 }),
  year: number('year of the publication', { min: 1990, max: 2100 }),
  source_id: reference('where the row comes from', 'sources'),
  note: optionalText('what the figure counts'),
};
