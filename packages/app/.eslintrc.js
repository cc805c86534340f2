const config = require('../../eslint/createConfig').createConfig(__dirname);

module.exports = {
  ...config,
  overrides: [
    ...config.overrides,
    {
      // These run in Node.js, not in the browser, and Playwright's fixtures are no React hooks.
      files: ['e2e-tests/**'],
      rules: {
        '@typescript-eslint/no-restricted-imports': 'off',
        'no-restricted-imports': 'off',
        'react-hooks/rules-of-hooks': 'off',
      },
    },
  ],
};
