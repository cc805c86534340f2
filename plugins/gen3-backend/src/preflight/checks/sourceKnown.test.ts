import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { known } from '../facts/askFact';
import type { SourceFact } from '../facts/types';
import { sourceKnown } from './sourceKnown';

const SOURCES = [
  { id: 'production', takesChanges: true },
  { id: 'staging', takesChanges: true },
  { id: 'partner', takesChanges: false },
];

const check = (source: string, sources: SourceFact[] = SOURCES) =>
  checkAnswers(sourceKnown, { source }, { facts: { sources: known(sources) } });

describe('source-known', () => {
  it('takes one that takes changes', () => {
    expect(check('staging').outcome).toBe('passed');
  });

  it('refuses one that nobody knows, and lists those that take changes', () => {
    expect(check('producton').findings).toMatchObject([
      {
        severity: 'error',
        where: { field: 'source' },
        what: expect.stringMatching(
          /"producton"; did you mean "production"\?$/,
        ),
        fix: 'Choose a source that takes changes: production and staging',
      },
    ]);
  });

  it('refuses one whose repository the portal has no way to', () => {
    expect(check('partner').findings).toMatchObject([
      {
        severity: 'error',
        what: 'Nothing can be proposed to the repository of the source "partner"',
        fix: 'Choose a source that takes changes: production and staging',
      },
    ]);
  });

  it('refuses one that would not see the commons, and names both keys of config', () => {
    const blind = { id: 'blind', takesChanges: true, unseenChart: 'charts/g3' };
    expect(check('blind', [blind]).findings).toMatchObject([
      {
        severity: 'error',
        what: 'The source "blind" does not know a commons by the chart "charts/g3"',
        fix: 'Add "charts/g3" to catalog.providers.gen3.blind.charts, or set another chart in gen3.changes',
      },
    ]);
  });

  it('says what to do when there is no source, or none is named', () => {
    expect(check('', []).findings).toMatchObject([
      {
        what: 'No source is named',
        fix: expect.stringContaining('add one of type gitops'),
      },
    ]);
  });

  it('says why it was not run', () => {
    expect(checkAnswers(sourceKnown, {}).outcome).toBe('not-run');
  });

  it('asks nothing of a values file, which is of no source', () => {
    expect(checkValues(sourceKnown, '{}').outcome).toBe('not-applicable');
  });
});
