import type { Column } from '../column.ts';
import type { FileText, Finding } from './finding.ts';
import type { TableFile } from './tables.ts';

const NUMBER = /^-?\d+(\.\d+)?(e-?\d+)?$/;
const SEPARATOR = '\u0000';

/**
 * Header, cells and keys of one file.
 *
 * @param text the file as read
 * @param table what it should hold
 * @returns everything wrong with it, in file order
 */
export function checkCells(text: FileText, table: TableFile): Finding[] {
  const { file, columns, rows } = text;
  const wanted = Object.keys(table.columns);
  if (columns.join() !== wanted.join()) {
    return [{ file, line: 1, column: 'header', value: columns.join(), expected: wanted.join() }];
  }
  const findings: Finding[] = [];
  const seen = new Map<string, number>();
  const keyAt = table.key.map((name) => wanted.indexOf(name));
  for (const { line, cells } of rows) {
    for (const [index, name] of wanted.entries()) {
      const column = table.columns[name];
      const value = cells[index] ?? '';
      const expected = column && cellFault(value, column);
      if (expected) findings.push({ file, line, column: name, value, expected });
    }
    const key = keyAt.map((index) => cells[index]).join(SEPARATOR);
    const first = seen.get(key);
    if (first !== undefined) {
      const value = key.replaceAll(SEPARATOR, ', ');
      const expected = `a key that line ${first} does not have`;
      findings.push({ file, line, column: table.key.join('+'), value, expected });
    }
    seen.set(key, line);
  }
  return findings;
}

/**
 * Whether a table of a published edition can still be read: columns may have come since, none may have gone.
 *
 * @param text the file as read
 * @param table what the current one holds
 */
export function checkFrozenCells(text: FileText, table: TableFile): Finding[] {
  const { file, columns } = text;
  const known = Object.entries(table.columns).filter(([name]) => columns.includes(name));
  const lacking = Object.entries(table.columns)
    .filter(([name, { optional }]) => !optional && !columns.includes(name))
    .map(([name]) => name);
  if (lacking.length > 0) {
    const expected = `the columns that are read: ${lacking.join()} among them`;
    return [{ file, line: 1, column: 'header', value: columns.join(), expected }];
  }
  const inFileOrder = known.sort(([a], [b]) => columns.indexOf(a) - columns.indexOf(b));
  return checkCells(text, { ...table, columns: Object.fromEntries(inFileOrder) });
}

/** What the cell should hold instead; null where it is right. */
function cellFault(value: string, column: Column<unknown>): string | null {
  if (value !== value.trim()) return 'no blanks around it';
  if (value === '') return column.optional ? null : `a value: ${column.about}`;
  switch (column.kind) {
    case 'number':
    case 'integer':
      return numberFault(value, column);
    case 'choice':
      return column.choices?.includes(value) ? null : `one of ${column.choices?.join(', ')}`;
    case 'list':
      return listFault(value);
    case 'numbers':
      return numbersFault(value, column);
    default:
      return null;
  }
}

function numberFault(value: string, { kind, min, max }: Column<unknown>): string | null {
  if (!NUMBER.test(value)) return 'a number with a decimal point';
  const number = Number(value);
  if (kind === 'integer' && !Number.isInteger(number)) return 'a whole number';
  if (min !== undefined && number < min) return `at least ${min}`;
  if (max !== undefined && number > max) return `at most ${max}`;
  return null;
}

function numbersFault(value: string, column: Column<unknown>): string | null {
  const { items } = column;
  const parts = value.split(';');
  if (parts.length !== items) return `${items} numbers, separated by ;`;
  return parts.map((part) => numberFault(part, column)).find((fault) => fault !== null) ?? null;
}

function listFault(value: string): string | null {
  const items = value.split(';');
  if (items.some((item) => item === '' || item !== item.trim())) {
    return 'items without blanks around them, separated by ;';
  }
  const plain = items.map((item) => item.toLowerCase());
  return new Set(plain).size === plain.length ? null : 'no item twice';
}
