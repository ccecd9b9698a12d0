import { readFileSync } from 'node:fs';
import { calculatorFrom } from '@ml-emissions/calculator/as-needed';

/** A table's file is a module for who imports the library: this, and a text as JSON writes it. */
const MODULE = 'export default ';

function tableText(file: string): string {
  const module = readFileSync(new URL(file, import.meta.url), 'utf8');
  return JSON.parse(module.slice(MODULE.length));
}

/** The functions of a calculator over every published edition. */
export const {
  catalogue,
  check,
  checkProject,
  compare,
  compareProject,
  editions,
  estimate,
  estimateProject,
  explain,
  explainProject,
  list,
  nearestNames,
  parseProject,
  parseRun,
  prepare,
  ratesOf,
  show,
} = calculatorFrom(tableText);
