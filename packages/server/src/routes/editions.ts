import { CURRENT_EDITION, EDITIONS } from '@ml-emissions/calculator';
import { isPublished } from '../edition.ts';
import { asJson, type Route } from '../route.ts';

/** Every edition of the data that can be asked. */
export const editions: Route = {
  method: 'GET',
  path: '/v1/editions',
  id: 'editions',
  group: 'Data',
  summary: 'Every edition of the data, with its hash',
  sends: [
    {
      mediaType: 'application/json',
      about: 'The current one, and all',
      schema: {
        type: 'object',
        required: ['current', 'editions'],
        properties: {
          current: { type: 'string' },
          editions: {
            type: 'array',
            items: {
              type: 'object',
              required: ['id', 'hash', 'isPublished'],
              properties: {
                id: { type: 'string' },
                hash: { type: 'string' },
                isPublished: {
                  type: 'boolean',
                  description: 'Published editions never change.',
                },
              },
            },
          },
        },
      },
    },
  ],
  answer(_, { calculator, version }) {
    const all = EDITIONS.map((id) => ({
      ...calculator.catalogue(id).edition,
      isPublished: isPublished(id),
    }));
    const hashes = all.map(({ hash }) => hash.slice('sha256-'.length, 15)).join('-');
    const freshness = { tag: `${hashes}.${version}`, isForever: false };
    return asJson({ current: CURRENT_EDITION, editions: all }, freshness);
  },
};
