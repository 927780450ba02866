import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundledFaults, bundledPackages } from '../../scripts/audit/bundled';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'crossborder-audit-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function installed(place: string, name: string, version: string): void {
  mkdirSync(path.join(root, place), { recursive: true });
  writeFileSync(path.join(root, place, 'package.json'), JSON.stringify({ name, version }));
}

/** As npm 10 writes it. */
function report(vulnerabilities: object): string {
  return JSON.stringify({ auditReportVersion: 2, vulnerabilities });
}

it('reads from the notices what is bundled', () => {
  const rule = '-'.repeat(80);
  const notices = `Head\n\n${rule}\n@scope/one 1.2.3\nLicence: MIT\n\nCopyright\n\n${rule}\ntwo 4.5.6\nLicence: ISC\n\nText\n`;
  expect(bundledPackages(notices)).toEqual(['@scope/one 1.2.3', 'two 4.5.6']);
});

it('tells the faults of bundled versions only', () => {
  installed('node_modules/bad', 'bad', '2.0.0');
  installed('node_modules/tool/node_modules/bad', 'bad', '1.0.0');
  installed('node_modules/tool', 'tool', '3.0.0');
  const via = [{ title: 'Reads too far', url: 'https://example.com/1' }, 'worse'];
  const faults = report({
    bad: { severity: 'high', via, nodes: ['node_modules/bad', 'node_modules/tool/node_modules/bad'] },
    tool: { severity: 'critical', via: ['bad'], nodes: ['node_modules/tool'] },
  });
  expect(bundledFaults(faults, ['bad 1.0.0', 'other 1.0.0'], root)).toEqual([
    'bad 1.0.0 (high): Reads too far https://example.com/1; through worse',
  ]);
  expect(bundledFaults(report({}), ['bad 1.0.0'], root)).toEqual([]);
});

it('tells why there is no audit', () => {
  expect(bundledFaults('{"message":"405 Method Not Allowed","statusCode":405}', [], root)).toEqual({
    noAudit: '405 Method Not Allowed',
  });
});
