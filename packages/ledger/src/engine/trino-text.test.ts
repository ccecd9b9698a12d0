import { expect, test } from 'vitest';
import { literal, quoted, rowQueries } from './trino-text.ts';

test('names are quoted, and nothing that is none gets that far', () => {
  expect(quoted('job')).toBe('"job"');
  expect(() => quoted('job"; DROP TABLE job')).toThrow('is no name');
});

test('rows are one text, in which a quote is doubled', () => {
  expect(literal("o'neil")).toBe("'o''neil'");
  expect(rowQueries({ id: 'BIGINT', name: 'VARCHAR', at: 'TIMESTAMP_MS' }, [])).toEqual([
    "SELECT * FROM UNNEST(CAST(json_parse('[]') AS ARRAY(ROW(id BIGINT, name VARCHAR, at TIMESTAMP(3)))))",
  ]);
  expect(rowQueries({ id: 'BIGINT', name: 'VARCHAR' }, [[1, "o'neil"]])).toEqual([
    `SELECT * FROM UNNEST(CAST(json_parse('[[1,"o''neil"]]') AS ARRAY(ROW(id BIGINT, name VARCHAR))))`,
  ]);
});

test('no text is longer than a server takes, and no row is lost between two', () => {
  const rows = Array.from({ length: 5000 }, (_, at) => [at, "'".repeat(200)]);
  const queries = rowQueries({ id: 'BIGINT', name: 'VARCHAR' }, rows);
  expect(queries.length).toBeGreaterThan(2);
  expect(Math.max(...queries.map((query) => query.length))).toBeLessThan(1_000_000);
  const found = queries.flatMap((query) => [...query.matchAll(/\[(\d+),/g)].map(([, id]) => id));
  expect(found).toEqual(rows.map(([id]) => String(id)));
});
