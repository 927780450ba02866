import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import imports from 'eslint-plugin-import';
import nodesBase from 'eslint-plugin-n8n-nodes-base';
import regexp from 'eslint-plugin-regexp';
import { defineConfig, globalIgnores } from 'eslint/config';
import path from 'node:path';
import tseslint from 'typescript-eslint';
import noCircles from './scripts/lint/no-circles.js';
import walls from './scripts/lint/walls.js';

const community = n8nCommunityNodesPlugin.configs.recommendedWithoutN8nCloudSupport;

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
  {
    // What carriers and users write must not make an expression slow: every search takes time in proportion to the text.
    files: ['carriers/**/*.ts', 'nodes/**/*.ts', 'credentials/**/*.ts'],
    plugins: { regexp },
    rules: { 'regexp/no-super-linear-backtracking': 'error', 'regexp/no-super-linear-move': 'error' },
  },
  {
    files: ['**/*.{ts,js,mjs}'],
    plugins: { import: imports },
    settings: { 'import/resolver': { [path.join(import.meta.dirname, 'scripts/lint/resolve.js')]: {} } },
    rules: { 'import/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: walls }] },
  },
  {
    files: ['**/*.ts'],
    plugins: { house: { rules: { 'no-circles': noCircles } } },
    rules: { 'house/no-circles': 'error' },
  },
);
