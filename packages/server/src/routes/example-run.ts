/** The run of the README. */
export const EXAMPLE_RUN = {
  hardware: [{ accelerator: 'Tesla V100-SXM2-16GB', count: 8 }],
  hours: 100,
  place: { provider: 'gcp', region: 'us-central1' },
} as const;
