import path from 'node:path';
import { carrierNames } from '../../../scripts/new/names';

const ROOT = path.join(__dirname, '../../..');
const namesOf = (...given: string[]) => carrierNames('new-carrier', given, ROOT);

it('a name is that of folders, classes, constants and, without a display name, of the node', () => {
  expect(namesOf('acme')).toEqual({ name: 'acme', className: 'Acme', constant: 'ACME', title: 'Acme' });
  expect(namesOf('acme', 'Acme Express (China)').title).toBe('Acme Express (China)');
});

it.each([
  ['none', [], 'A name is missing'],
  ['a blank in it', ['acme express'], '"acme express" is no name'],
  ['a capital', ['Acme'], '"Acme" is no name: it takes small letters and digits'],
  ['a hyphen', ['acme-express'], 'is no name'],
  ['a digit before it', ['4px'], 'begins with a letter'],
  ['a way out of the folder', ['../acme'], 'is no name'],
  ['a carrier that is there', ['huahan'], '"huahan" is there already, in carriers/'],
  ['a node that is there', ['eccangtms'], '"eccangtms" is there already, in nodes/'],
  ['a folder of ours', ['shared'], '"shared" is there already'],
  ['a display name without its capitals', ['acme', 'acme express'], '"acme express" is no display name'],
  ['a display name that would end a text in the code', ['acme', "Acme's"], 'is no display name'],
  ['a display name without its quotes', ['acme', 'Acme', 'Express'], '"Express" is too much'],
])('refuses %s, and says how to write it', (_, given, message) => {
  expect(() => namesOf(...given)).toThrow(message);
});
