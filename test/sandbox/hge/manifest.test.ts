import { sandboxOfThisFile } from '../wire';
import { expectAccepted } from './wire';

const sandbox = sandboxOfThisFile();

describe('operations', () => {
  it('manifest is accepted for later', () => expectAccepted(sandbox, 'manifest', 'manifest.partial.request.json'));
});
