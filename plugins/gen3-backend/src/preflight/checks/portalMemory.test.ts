import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { portalMemory } from './portalMemory';

describe('portal-memory', () => {
  it.each([
    ['development', 'warning'],
    ['qa', 'info'],
    ['production', 'info'],
  ] as const)('in %s is a %s', (tier, severity) => {
    const values = "portal: { image: { tag: '2026.07' } }";
    expect(checkValues(portalMemory, values, { tier }).findings).toMatchObject([
      { severity, where: { key: 'portal.resources.requests.memory' } },
    ]);
  });

  it.each([
    [
      'an image that is built',
      'portal: { image: { repository: quay.io/cdis/data-portal-prebuilt, tag: dev } }',
    ],
    [
      'memory that somebody thought about',
      'portal: { resources: { requests: { memory: 2Gi } } }',
    ],
    ['a job that builds it', 'portal: { portalBuild: { enabled: true } }'],
  ])('is content with %s', (_, values) => {
    expect(checkValues(portalMemory, values).outcome).toBe('passed');
  });

  it('does not ask about a portal that is off', () => {
    const { outcome } = checkValues(portalMemory, 'portal: { enabled: false }');
    expect(outcome).toBe('not-applicable');
  });

  it('warns who launches the smallest commons', () => {
    expect(checkAnswers(portalMemory, {}).findings).toMatchObject([
      { severity: 'warning' },
    ]);
  });
});
