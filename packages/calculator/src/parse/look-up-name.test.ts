import { expect, test } from 'vitest';
import { lookUpName, type NameQuestion, theOneOf } from './look-up-name.ts';

interface Town {
  readonly name: string;
  readonly people: number;
}
const town = (name: string, people = 1): Town => ({ name, people });

const QUESTION: NameQuestion<Town> = {
  text: 'Yorck',
  field: '/place/country',
  what: 'country',
  edition: '',
  expected: 'a country such as FR',
  unknown: 'unknown-country',
  ambiguous: 'ambiguous-zone',
  label: ({ name }) => name,
};
const NEAR = ['York', 'Yorkshire', 'New York', 'Cork'];

/** What is said of several towns, or of none. */
function said(rows: readonly Town[], more: Partial<NameQuestion<Town>> = {}) {
  const found = theOneOf({ ...QUESTION, ...more }, rows, () => NEAR);
  if (found.ok) throw new Error(`found ${found.item.name}`);
  return found.problem;
}

test('a name of one thing is that thing', () => {
  const york = town('York');
  expect(theOneOf(QUESTION, [york], () => NEAR)).toEqual({ ok: true, item: york, others: [] });
});

test('a name of nothing: the three nearest are asked for, all are suggested', () => {
  expect(said([])).toMatchObject({
    code: 'unknown-country',
    field: '/place/country',
    message: "no country 'Yorck'; did you mean York, Yorkshire, New York?",
    expected: 'a country such as FR',
    suggestions: NEAR,
  });
  expect(said([], { edition: '2026.1' }).message).toContain("'Yorck' in edition 2026.1; did");
  const { problem } = theOneOf(QUESTION, [], () => []) as { problem: { message: string } };
  expect(problem.message).toBe("no country 'Yorck'");
});

test('of several that give one answer the first is taken, and the others are told', () => {
  const [one, two, other] = [town('York', 7), town('New York', 7), town('Cork', 8)];
  const same = (a: Town, b: Town) => a.people === b.people;
  expect(theOneOf({ ...QUESTION, same }, [one, two], () => NEAR)).toEqual({
    ok: true,
    item: one,
    others: [two],
  });
  expect(said([one, two, other], { same }).code).toBe('ambiguous-zone');
  expect(said([one, two]).code).toBe('ambiguous-zone');
});

test('several that differ are listed with what tells them apart', () => {
  const both = [town('York', 7), town('New York', 8)];
  expect(said(both)).toMatchObject({
    message: "'Yorck' may be 2 different countries: York, New York",
    expected: 'one country',
    suggestions: ['York', 'New York'],
  });
  const describe = ({ name, people }: Town) => `${name} (${people})`;
  expect(said(both, { describe, what: 'region of aws' })).toMatchObject({
    message: "'Yorck' may be 2 different regions of aws: York (7), New York (8)",
    suggestions: ['York', 'New York'],
  });
});

test('ten are listed at most, and that there are more is said', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => town(`T${at}`));
  const ten = 'T0, T1, T2, T3, T4, T5, T6, T7, T8, T9';
  expect(said(many(10)).message).toBe(`'Yorck' may be 10 different countries: ${ten}`);
  expect(said(many(11)).message).toBe(`'Yorck' may be 11 different countries: ${ten}, …`);
  expect(said(many(11)).suggestions).toHaveLength(10);
});

test('five near names are asked of an index', () => {
  const index = {
    match: (text: string) => (text === 'york' ? [town('York')] : []),
    nearest: (text: string, most: number) => [`${most} near ${text}`],
  };
  expect(lookUpName({ ...QUESTION, text: 'york', index })).toMatchObject({ ok: true });
  expect(lookUpName({ ...QUESTION, index })).toMatchObject({
    ok: false,
    problem: { suggestions: ['5 near Yorck'] },
  });
});
