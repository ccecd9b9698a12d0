// What 100 hours on eight V100 in Iowa emit, asked by the typed client.
import { createClient, NotAnswered } from 'ml-emissions/client';

const ask = createClient(process.argv[2] ?? 'http://localhost:4173');
try {
  const row = await ask('estimate', {
    query: { answer: 'row' },
    body: {
      hardware: [{ accelerator: 'Tesla V100-SXM2-16GB', count: 8 }],
      hours: 100,
      place: { provider: 'gcp', region: 'us-central1' },
    },
  });
  process.stdout.write(`${JSON.stringify(row)}\n`);
} catch (error) {
  if (!(error instanceof NotAnswered)) throw error;
  for (const { field, message } of error.problems) process.stderr.write(`${field}: ${message}\n`);
  process.exitCode = 1;
}
