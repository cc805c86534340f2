const { resolve } = require('node:path');

/**
 * Refuses promises that nobody waits for, in all packages: their failures end up in nobody's hands. `void` in front says that
 * this is meant.
 *
 * A configuration of its own, because the rule needs the types of the whole repository. One program reads them once for all
 * packages, as a step of `make test`; within the configuration of each package, each would read them anew.
 */
module.exports = {
  root: true,
  parser: '@typescript-eslint/parser',
  parserOptions: {
    project: resolve(__dirname, '../tsconfig.json'),
  },
  plugins: ['@typescript-eslint'],
  ignorePatterns: ['**/dist/**', '**/dist-*/**'],
  rules: { '@typescript-eslint/no-floating-promises': 'error' },
};
