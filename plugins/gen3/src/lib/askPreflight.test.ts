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

  // One line without a service made every field say that the form of the answers was wrong, and the summary know nothing.
  it.each([
    ['without a service', { '': '' }],
    ['without a service, with a tag', { '': '13.3.0' }],
    ['without a tag', { fence: '' }],
  ])('leaves out a line of tags %s', (_, unfinished) => {
    const asked = askPreflight({
      ...launchAnswers,
      imageTags: { indexd: '2.0.0', ...unfinished },
    });
    expect(asked).toHaveProperty('state', 'ready');
    expect(asked).toHaveProperty('request.answers.imageTags', {
      indexd: '2.0.0',
    });
  });

  it.each([['a text'], [['fence']], [null]])(
    'refuses tags that are no lines: %j',
    imageTags => {
      expect(askPreflight({ ...launchAnswers, imageTags })).toEqual({
        state: 'malformed',
        answers: ['imageTags'],
      });
    },
  );

  it('names answers of another shape without their values', () => {
    expect(
      askPreflight({ ...launchAnswers, fenceConfigSecret: 'a\nhush' }),
    ).toEqual({ state: 'malformed', answers: ['fenceConfigSecret'] });
  });
});
