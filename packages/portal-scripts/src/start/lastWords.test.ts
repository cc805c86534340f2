import { lastWords } from './lastWords';

const info = (message: string) =>
  `\u001b[2m2026-11-25T10:38:57.330Z\u001b[22m \u001b[34mcatalog\u001b[39m \u001b[32minfo\u001b[39m ${message}`;

describe('lastWords', () => {
  // A mistake in config was lost among seventeen lines of everyday life.
  it('leaves out colours and everyday lines', () => {
    const log = [
      info('starting'),
      '\u001b[2m2026-11-25T10:38:58.000Z\u001b[22m \u001b[34mcatalog\u001b[39m \u001b[31merror\u001b[39m key: unknown',
      '    at start',
      info('stopping'),
      '',
    ].join('\n');

    expect(lastWords(log)).toBe(
      '2026-11-25T10:38:58.000Z catalog error key: unknown\n    at start',
    );
  });

  it('shows the last twenty lines of many', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`);

    expect(lastWords(lines.join('\n'))).toBe(lines.slice(10).join('\n'));
  });
});
