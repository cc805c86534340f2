import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { frontendRoot } from './frontendRoot';

const OFF = 'portal: { enabled: false }';
const ON = 'frontend-framework: { enabled: true }';

describe('frontend-root', () => {
  it.each([
    ['gen3ff without it', 'global: { frontendRoot: gen3ff }', 'error'],
    ['portal without it', `{ ${OFF}, ${ON} }`, 'error'],
    ['another word', 'global: { frontendRoot: ff }', 'error'],
    ['upper case', 'global: { frontendRoot: Portal }', 'error'],
    ['an empty one', 'global: { frontendRoot: "" }', 'error'],
    ['no front end', `{ ${OFF} }`, 'warning'],
  ])('finds %s', (_, values, severity) => {
    expect(checkValues(frontendRoot, values).findings).toMatchObject([
      { severity },
    ]);
  });

  it.each([
    ['what the chart has', '{}'],
    ['both', `{ global: { frontendRoot: gen3ff }, ${ON} }`],
    ['one', `{ global: { frontendRoot: gen3ff }, ${ON}, ${OFF} }`],
  ])('is content with %s', (_, values) => {
    expect(checkValues(frontendRoot, values).outcome).toBe('passed');
  });

  it('shows next to the answer', () => {
    const { findings } = checkAnswers(frontendRoot, {
      frontendRoot: 'gen3ff',
      withoutServices: ['frontend-framework'],
      services: ['portal'],
    });
    expect(findings).toMatchObject([
      { where: { field: 'frontendRoot', key: 'global.frontendRoot' } },
    ]);
    const { outcome } = checkAnswers(frontendRoot, { frontendRoot: 'gen3ff' });
    expect(outcome).toBe('passed');
  });

  it('lets a node of a mesh be without', () => {
    const { outcome } = checkAnswers(frontendRoot, { mode: 'mesh-node' });
    expect(outcome).toBe('passed');
  });
});
