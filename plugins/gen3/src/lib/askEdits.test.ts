import { askEdits } from './askEdits';

describe('askEdits', () => {
  it('asks about one commons, or about each of all waves', () => {
    expect(
      askEdits('maintenance', { hostname: 'heart.example', mode: 'on' }),
    ).toEqual([
      {
        hostname: 'heart.example',
        wave: 0,
        question: {
          state: 'ready',
          request: {
            edit: {
              kind: 'maintenance',
              hostname: 'heart.example',
              mode: 'on',
            },
          },
        },
      },
    ]);
    expect(
      askEdits('upgrade', {
        waves: [['a.example', 'b.example'], ['c.example']],
        release: '2026.11',
      }).map(({ hostname, wave, question }) => [
        hostname,
        wave,
        question.state,
      ]),
    ).toEqual([
      ['a.example', 0, 'ready'],
      ['b.example', 0, 'ready'],
      ['c.example', 1, 'ready'],
    ]);
  });

  it.each([
    ['nothing', undefined],
    ['empty waves', { waves: [[]], release: '2026.11' }],
  ])('misses the commons in %s', (_, formData) => {
    expect(askEdits('upgrade', formData)).toEqual([
      {
        hostname: '',
        wave: 0,
        question: { state: 'missing', missing: ['hostname'] },
      },
    ]);
  });

  it('names answers of another shape, and those that an edit does not have, without their values', () => {
    const [edit] = askEdits('maintenance', {
      hostname: 'heart.example',
      mode: 'hush',
      other: 1,
    });
    expect(edit?.question).toEqual({
      state: 'malformed',
      answers: ['mode', 'other'],
    });
  });
});
