import { sandboxOfThisFile } from '../wire';
import { expectAccepted } from './wire';

const sandbox = sandboxOfThisFile();

describe('operations', () => {
  it('scanform is accepted for later', () => expectAccepted(sandbox, 'scanform', 'scanform.partial.request.json'));
});
