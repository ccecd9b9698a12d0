// `ml-emissions/cli`: the command as a function, for tools that bring their own streams. Node alone.
export type { ExitCode, Io } from '../io.ts';
export { runCommand } from '../program.ts';
