import js from '@eslint/js';
import docusaurus from '@docusaurus/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import {defineConfig, globalIgnores} from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores([
    'build*/',
    '.docusaurus/',
    'node_modules/',
    'playwright-report/',
    'test-results/',
  ]),
  js.configs.recommended,
  tseslint.configs.strict,
  {
    files: ['src/**/*.{ts,tsx}'],
    // Only the rules: the plugin's ready-made configs, and its types, are of ESLint's old kind.
    plugins: {
      '@docusaurus': {
        rules: /** @type {Record<string, import('eslint').Rule.RuleModule>} */ (
          /** @type {unknown} */ (docusaurus.rules)
        ),
      },
    },
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      '@docusaurus/no-untranslated-text': ['error', {ignoredStrings: ['·', '—']}],
      '@docusaurus/prefer-docusaurus-heading': 'error',
      '@docusaurus/string-literal-i18n-messages': 'error',
    },
  },
  {
    files: ['**/*.test.tsx'],
    // What stands in a test is no text of the site.
    rules: {
      '@docusaurus/no-untranslated-text': 'off',
      '@docusaurus/prefer-docusaurus-heading': 'off',
    },
  },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        {varsIgnorePattern: '^_', argsIgnorePattern: '^_'},
      ],
    },
  },
  {
    files: ['scripts/**', '*.mjs'],
    languageOptions: {globals: {console: 'readonly', process: 'readonly'}},
  },
);
