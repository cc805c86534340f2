import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { serviceDependencies } from './serviceDependencies';

describe('service-dependencies', () => {
  it('names what is off and who needs it', () => {
    const values = 'indexd: { enabled: false }';
    expect(checkValues(serviceDependencies, values).findings).toMatchObject([
      {
        severity: 'error',
        where: { key: 'indexd.enabled' },
        what: 'indexd is off, and peregrine and sheepdog need it',
      },
    ]);
  });

  it('finds each that is missing', () => {
    const values =
      '{ guppy: { enabled: true }, etl: { enabled: false }, arborist: { enabled: false } }';
    expect(
      checkValues(serviceDependencies, values).findings.map(
        ({ where }) => where.key,
      ),
    ).toEqual(['arborist.enabled', 'etl.enabled']);
  });

  it('does not miss what a service needs that is off itself', () => {
    const values =
      '{ ssjdispatcher: { enabled: false }, metadata: { enabled: false } }';
    expect(checkValues(serviceDependencies, values).outcome).toBe('passed');
  });

  it('is content with what the chart has on', () => {
    expect(checkValues(serviceDependencies, '{}').outcome).toBe('passed');
  });

  it('shows next to the answer that leaves a service out', () => {
    expect(
      checkAnswers(serviceDependencies, { withoutServices: ['arborist'] })
        .findings,
    ).toMatchObject([{ where: { field: 'withoutServices' } }]);
  });

  it('is content with services that come with what they need', () => {
    const { outcome } = checkAnswers(serviceDependencies, {
      bundles: ['core', 'data-explorer', 'workspace'],
    });
    expect(outcome).toBe('passed');
  });
});
