import fastify from 'fastify';

/**
 * A route that does nothing but what any route does: it reads JSON and answers JSON. Its answer is what it was given at
 * the start, written anew each time, so that it is as long as the answer that it is compared with.
 */
const answer: unknown = JSON.parse(process.env.ANSWER ?? '{}');
const app = fastify({ logger: false, bodyLimit: 200_000_000 });
app.post('/v1/estimates', async () => answer);
await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
console.log(`at http://localhost:${typeof address === 'object' ? address?.port : ''}/`);
process.once('SIGTERM', () => void app.close());
