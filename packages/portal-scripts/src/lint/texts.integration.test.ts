import { lintTexts } from './lintTexts';

const RULE = 'no-restricted-syntax';

/** Texts as components of gen3 might hold them; those that are words of our own are refused. */
const CASES: [label: string, jsx: string, refused: boolean][] = [
  ['a text', '<b>Fleet</b>', true],
  ['one of two texts', "<b>{down ? 'Down' : name}</b>", true],
  ['a text with a value in it', '<b>{`Down since ${name}`}</b>', true],
  ['a name for screen readers', '<b aria-label="Fleet" />', true],
  ['one of two titles', "<b title={down ? 'Down' : undefined} />", true],
  ['a title with a value in it', '<b title={`Down since ${name}`} />', true],
  ['a name among props', "<b {...{ 'aria-label': 'Fleet' }} />", true],
  ['what a notice is about', '<Notice what="The fleet" />', true],
  [
    'a text of the translation file',
    "<b title={t('x.y')}>{t('x.y')}</b>",
    false,
  ],
  ['one of two of its texts', "<b>{t(down ? 'x.y' : 'x.z')}</b>", false],
  ['punctuation and values', '<b>- {name}, {`${name}: `}</b>', false],
  ['markup', '<b className="x" role="img" style={{ width: `1em` }} />', false],
];

const component = (jsx: string) => [
  'export const X = ({ down, name, t, Notice }: any) =>',
  `  ${jsx};`,
];

/** Which of the components break the rule. */
const refusals = (file: string, components: string[]) =>
  lintTexts(components.map(jsx => ({ file, lines: component(jsx) }))).map(
    messages => messages.some(({ ruleId }) => ruleId === RULE),
  );

describe('texts of components', () => {
  it('stand in the translation file of gen3', () => {
    const refused = refusals(
      'plugins/gen3/src/components/X/X.tsx',
      CASES.map(([, jsx]) => jsx),
    );
    expect(CASES.map(([label], index) => [label, refused[index]])).toEqual(
      CASES.map(([label, , expected]) => [label, expected]),
    );
  });

  it('may stand in tests', () => {
    expect(
      refusals('plugins/gen3/src/components/X/X.test.tsx', ['<b>Fleet</b>']),
    ).toEqual([false]);
  });
});
