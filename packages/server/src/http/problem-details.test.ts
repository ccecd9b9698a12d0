import { expect, test } from 'vitest';
import { HttpProblem, TROUBLES, type Trouble } from './http-problem.ts';
import { problemDetails } from './problem-details.ts';

test('each trouble is told in both languages, under one type and status', () => {
  for (const trouble of Object.keys(TROUBLES) as Trouble[]) {
    const problem = new HttpProblem(trouble, 'in English');
    const [english, french] = (['en', 'fr'] as const).map((language) =>
      JSON.parse(problemDetails(problem, language)),
    );
    expect(english).toEqual({
      type: `/docs#${trouble}`,
      title: TROUBLES[trouble].title,
      status: TROUBLES[trouble].status,
      detail: 'in English',
      problems: [],
    });
    expect(french).toMatchObject({ type: english.type, status: english.status, problems: [] });
    for (const text of [french.title, french.detail]) expect(text).not.toBe('');
    expect(french.title).not.toBe(english.title);
    expect(french.detail).not.toBe(english.detail);
  }
});
