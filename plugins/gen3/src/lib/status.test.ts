import { createTranslate } from '../__testUtils__/createTranslate';
import { causeWord, saysStatus } from './status';

describe('saysStatus', () => {
  it.each([
    ['37 up', 'up', true],
    ['up', 'up', true],
    ['unknown, with age', 'unknown', true],
    // A healthy guppy had no spoken status.
    ['guppy', 'up', false],
    ['start-up', 'up', false],
    ['fence', 'down', false],
    ['3 gestört', 'gestört', true],
  ] as const)('"%s" and %s: %s', (text, status, expected) => {
    expect(saysStatus(text, status)).toBe(expected);
  });
});

describe('causeWord', () => {
  const t = createTranslate();

  it.each([
    ['http-status', 'answers an error'],
    ['of-a-newer-version', 'of-a-newer-version'],
    ['job-late', 'job late'],
    ['job-late:usersync', 'usersync late'],
    ['job-late:etl-cronjob', 'etl-cronjob late'],
  ])('calls %s "%s"', (cause, expected) => {
    expect(causeWord(cause, t)).toBe(expected);
  });
});
