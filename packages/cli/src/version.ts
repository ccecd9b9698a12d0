import { CURRENT_EDITION } from '@ml-emissions/calculator';
import { version } from '../package.json';

/** What `--version` prints. */
export const VERSION = `${version} (data ${CURRENT_EDITION})`;
