import { dts } from 'rollup-plugin-dts';

// One file of types that names no private room.
export default {
  input: 'src/index.ts',
  output: { file: 'dist/index.d.ts', format: 'es' },
  plugins: [
    dts({
      respectExternal: false,
      includeExternal: [/^@ml-emissions\//],
      tsconfig: '../../tsconfig.json',
    }),
  ],
};
