import { launchAnswers } from '../__testUtils__/preflightFixtures';
import { askPreflight } from './askPreflight';

describe('askPreflight', () => {
  it('leaves out what preflight does not take, and what nobody filled in', () => {
    const question = askPreflight({
      ...launchAnswers,
      accept: [],
      extra: 1,
      tier: '',
      release: undefined,
    });
    expect(question).toEqual({
      state: 'ready',
      request: { answers: expect.objectContaining(launchAnswers) },
    });
    expect(question).not.toHaveProperty('request.answers.accept');
    expect(question).not.toHaveProperty('request.answers.extra');
  });

  it.each([
    ['nothing', undefined, ['hostname', 'owner', 'source', 'cluster']],
    ['no cluster', { ...launchAnswers, cluster: '' }, ['cluster']],
  ])('says what is missing of %s', (_, formData, missing) => {
    expect(askPreflight(formData)).toEqual({ state: 'missing', missing });
  });

  it('asks about an early answer before the others are there', () => {
    expect(askPreflight({ hostname: 'a.example' }, ['hostname'])).toMatchObject(
      {
        state: 'ready',
        request: { answers: { hostname: 'a.example', cluster: '' } },
      },
    );
    expect(askPreflight({}, ['hostname'])).toEqual({
      state: 'missing',
      missing: ['hostname'],
    });
  });

  it('names answers of another shape without their values', () => {
    expect(
      askPreflight({ ...launchAnswers, fenceConfigSecret: 'a\nhush' }),
    ).toEqual({ state: 'malformed', answers: ['fenceConfigSecret'] });
  });
});
