// Tests see what the command sees: all tables.
import '../packages/data/src/full.ts';
