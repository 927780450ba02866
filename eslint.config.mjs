import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import nodesBase from 'eslint-plugin-n8n-nodes-base';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const community = n8nCommunityNodesPlugin.configs.recommendedWithoutN8nCloudSupport;

/** What the folders may import (README, "The house"): carriers know no n8n, the sandbox shares no code with the client. */
const forbid = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});
const n8n = { group: ['n8n-workflow', 'n8n-core', '@n8n/*'], message: 'Carriers know nothing of n8n.' };
const otherCarriers = (...names) => ({
  group: names.flatMap((name) => [`**/${name}`, `**/${name}/*`]),
  message: 'No carrier builds on another, except Huahan on Eccang.',
});
const inward = {
  group: ['**/nodes/**', '**/credentials/**', '**/sandbox/**', '**/scripts/**'],
  message: 'Imports go from nodes to carriers, never back.',
};

export default defineConfig(
  globalIgnores(['dist', 'out', 'test/engine/fixtures']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      // Interfaces of n8n and of servers ask for promises where an implementation has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      'no-console': 'error',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // jest's matchers (expect.any and the like) are typed as any.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: { module: 'writable', require: 'readonly', exports: 'writable', __dirname: 'readonly' },
    },
  },
  {
    files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
    extends: [community],
    plugins: { 'n8n-nodes-base': nodesBase },
  },
  {
    files: ['package.json'],
    extends: [community],
    plugins: { 'n8n-nodes-base': nodesBase },
    rules: nodesBase.configs.community.rules,
    languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
  },
  {
    files: ['credentials/**/*.ts'],
    rules: {
      ...nodesBase.configs.credentials.rules,
      // Both contradict the community rules, as n8n's own configuration notes.
      'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
      'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
      // The rule goes by names and takes an App Key, which is the API password, for no secret.
      '@n8n/community-nodes/credential-unnecessary-password': 'off',
    },
  },
  {
    files: ['nodes/**/*.ts'],
    rules: {
      ...nodesBase.configs.nodes.rules,
      'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
      'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
      'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
    },
  },
  forbid(
    ['carriers/*.ts', 'carriers/http/**'],
    [
      n8n,
      inward,
      {
        group: ['eccang', 'huahan', 'hge', 'etower', 'mgoship'].flatMap((name) => [`./${name}`, `../${name}`]),
        message: 'What all carriers share knows none of them.',
      },
    ],
    [],
  ),
  forbid(['carriers/eccang/**'], [n8n, inward, otherCarriers('huahan', 'hge', 'etower', 'mgoship')]),
  forbid(['carriers/hge/**'], [n8n, inward, otherCarriers('eccang', 'huahan', 'etower', 'mgoship')]),
  forbid(['carriers/huahan/**'], [n8n, inward, otherCarriers('hge', 'etower', 'mgoship')]),
  forbid(['carriers/mgoship/**'], [n8n, inward, otherCarriers('eccang', 'huahan', 'hge', 'etower')]),
  forbid(
    ['sandbox/**'],
    [
      n8n,
      {
        group: ['**/carriers/**', '**/nodes/**', '**/credentials/**'],
        message: 'A sandbox that shares code with the client proves nothing.',
      },
    ],
  ),
);
