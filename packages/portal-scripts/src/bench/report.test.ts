import { formatFigure, formatTable, judge } from './report';

describe('judge', () => {
  it.each([
    ['below the target', { value: 9.9, target: 10 }, 'met'],
    ['at the target, which says under', { value: 10, target: 10 }, 'MISSED'],
    ['above it', { value: 11, target: 10 }, 'MISSED'],
    ['none where none may be', { value: 0, target: 0 }, 'met'],
    ['one where none may be', { value: 1, target: 0 }, 'MISSED'],
    ['without a number', { target: 10 }, 'not measured'],
    ['without a target', { value: 5 }, ''],
  ])('%s', (_, figure, verdict) => {
    expect(judge({ what: 'x', unit: '', ...figure })).toBe(verdict);
  });
});

describe('formatTable', () => {
  it('is Markdown that people can read as it is', () => {
    expect(
      formatTable([
        {
          what: 'cold',
          value: 7.25,
          unit: 's',
          target: 10,
          note: 'with clone',
        },
        { what: 'memory', unit: 'MB', target: 300 },
        { what: 'mutations', value: 0, unit: '', target: 0 },
        { what: 'by-query', value: 31.6, unit: 'ms' },
      ]),
    ).toBe(
      [
        '| figure    | measured | target   | verdict      | note       |',
        '| --------- | -------- | -------- | ------------ | ---------- |',
        '| cold      | 7.3 s    | < 10 s   | met          | with clone |',
        '| memory    | -        | < 300 MB | not measured |            |',
        '| mutations | 0        | 0        | met          |            |',
        '| by-query  | 32 ms    |          |              |            |',
      ].join('\n'),
    );
  });
});

describe('formatFigure', () => {
  it('says number, verdict and note in one line', () => {
    expect(
      formatFigure({
        what: 'cold',
        value: 12,
        unit: 's',
        target: 10,
        note: 'x',
      }),
    ).toBe('cold: 12.0 s (MISSED); x');
    expect(formatFigure({ what: 'peer', value: 31, unit: 'ms' })).toBe(
      'peer: 31 ms',
    );
  });
});
