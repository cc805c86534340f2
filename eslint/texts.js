const { basename } = require('node:path');

/** Packages whose components take every text from a translation file. */
const TRANSLATED = ['gen3'];

/** Props that people read or hear. */
const READ =
  '/^(alt|aria-label|label|placeholder|stillWorks|tab|title|what|why)$/';

const QUOTED = 'Literal[value=/[a-z]/i]';
const WORDS = `:matches(${QUOTED}, TemplateLiteral:has(TemplateElement[value.raw=/[a-z]/i]))`;
const CHOICE = ':matches(ConditionalExpression, LogicalExpression)';

/** Words that stand there themselves, or as one of two. */
const wordsIn = place => [
  `${place} > ${WORDS}`,
  `${place} > ${CHOICE} > ${WORDS}`,
];

const TEXTS = [
  'JSXText[value=/[a-z]/i]',
  ...wordsIn(':matches(JSXElement, JSXFragment) > JSXExpressionContainer'),
  ...wordsIn(`JSXAttribute[name.name=${READ}] > JSXExpressionContainer`),
  `JSXAttribute[name.name=${READ}] > ${QUOTED}`,
  `Property[key.value="aria-label"] > ${QUOTED}.value`,
  'Property[key.value="aria-label"] > TemplateLiteral.value',
].map(selector => ({
  selector,
  message: 'Texts stand in src/translation, so that a portal can change them.',
}));

/**
 * Overrides that keep texts out of the components of a package, if it has a translation file.
 *
 * @param restricted the syntax that the package's configuration refuses already
 */
function textOverridesOf(dir, restricted) {
  if (!TRANSLATED.includes(basename(dir))) return [];
  return [
    {
      files: ['src/**/*.tsx'],
      excludedFiles: ['**/*.test.tsx', '**/__testUtils__/**'],
      rules: { 'no-restricted-syntax': ['error', ...restricted, ...TEXTS] },
    },
  ];
}

module.exports = { textOverridesOf };
