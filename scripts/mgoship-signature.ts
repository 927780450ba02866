/** `npm run mgoship-signature`: prints what `mgoship-search.ts` finds, and ends with its status. */
import { signatureSearch } from './mgoship-search';

const { status, stdout, stderr } = signatureSearch(process.argv.slice(2));
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = status;
