const factory = require('@backstage/cli/config/eslint-factory');
const { directionsOf, TESTS } = require('./directions');
const { textOverridesOf } = require('./texts');

/**
 * Without these, rules about imports follow JavaScript files only and `import/no-cycle` finds nothing in TypeScript.
 */
const IMPORT_SETTINGS = {
  'import/extensions': ['.ts', '.tsx', '.js'],
  'import/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
  'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js', '.json'] } },
};

/** A parent's index imports its children: an import back is a cycle, or soon will be. */
const PARENT_INDEXES = ['..', '../..', '../../..', '../../../..'].flatMap(
  folder =>
    [folder, `${folder}/`, `${folder}/index`].map(name => ({
      name,
      message: 'Import the file that has it, not the index of a parent folder.',
    })),
);

const FETCH_MESSAGE =
  'Ask commons with Gen3HttpClient, repositories and clusters with their clients.';

/** `fetch` is in every scope and needs no import. */
const NO_FETCH = {
  'no-restricted-globals': ['error', { name: 'fetch', message: FETCH_MESSAGE }],
  'no-restricted-properties': [
    'error',
    { object: 'globalThis', property: 'fetch', message: FETCH_MESSAGE },
    { object: 'global', property: 'fetch', message: FETCH_MESSAGE },
  ],
};

/**
 * ESLint configuration of a package: Backstage's own for the package's role, the import directions of its folder and
 * the house rules on top.
 *
 * Our restrictions use the TypeScript flavour of the rule, because Backstage's configuration already owns
 * `no-restricted-imports` and drops its patterns in tests; directions hold in tests too.
 */
function createConfig(dir) {
  const { imports, overrides, mayFetch } = directionsOf(dir);
  const restrict = patterns => ({
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { paths: PARENT_INDEXES, patterns },
    ],
  });
  const config = factory(dir, {
    settings: IMPORT_SETTINGS,
    rules: {
      ...restrict(imports),
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'import/no-cycle': 'error',
      'max-lines': ['error', { max: 300 }],
    },
    overrides: [
      {
        files: ['**/*.test.ts', '**/*.test.tsx', '**/e2e-tests/**'],
        rules: { 'max-lines': ['error', { max: 500 }] },
      },
      ...(mayFetch
        ? []
        : [{ files: ['src/**'], excludedFiles: TESTS, rules: NO_FETCH }]),
      ...overrides.map(({ files, excludedFiles, imports: more }) => ({
        files,
        excludedFiles,
        rules: restrict([...imports, ...more]),
      })),
    ],
  });
  // The first entry is how severe Backstage's own restrictions are.
  const [, ...restricted] = config.rules['no-restricted-syntax'];
  return {
    ...config,
    overrides: [...config.overrides, ...textOverridesOf(dir, restricted)],
  };
}

module.exports = { createConfig };
