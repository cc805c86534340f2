import { runProgram } from './runProgram';
import { runSteps, Step } from './runSteps';
import { addUp, closingLine, Tally } from './tally';

const step = (title: string, run: Step['run']): Step => ({ title, run });
const passing = (title: string, tally: Tally = { passed: 2, failed: 0 }) =>
  step(title, async () => tally);

describe('runSteps', () => {
  let said: string[];
  beforeEach(() => {
    said = [];
  });

  const run = async (steps: Step[], signal = new AbortController().signal) =>
    closingLine(
      addUp(
        await runSteps(steps, { signal, say: message => said.push(message) }),
      ),
    );

  // A database that could not be made dropped everything that was counted before.
  it('counts a step that cannot be run as one failure, and runs the others', async () => {
    const broken = step('unit tests', async () => {
      throw new Error('no database', { cause: new Error('initdb: no space') });
    });

    expect(await run([passing('lint'), broken, passing('end to end')])).toBe(
      '4 passed, 1 failed',
    );
    expect(said).toContain('FAILED: unit tests: no database: initdb: no space');
  });

  it('says which steps failed', async () => {
    expect(await run([passing('lint', { passed: 0, failed: 1 })])).toBe(
      '0 passed, 1 failed',
    );
    expect(said).toEqual(['\n== lint', 'FAILED: lint']);
  });

  // Of a step that could not be run, only the number was left at the end of the log.
  it('keeps for the end which steps failed, where they do not tell more', async () => {
    const broken = step('end to end', async () => {
      throw new Error('playwright ended without a report');
    });
    const told = { passed: 1, failed: 1, failures: ['a.test.ts: it'] };

    const results = await runSteps(
      [
        passing('lint', { passed: 0, failed: 1 }),
        step('unit', async () => told),
        broken,
      ],
      { signal: new AbortController().signal, say: () => {} },
    );

    expect(results.map(({ failures }) => failures)).toEqual([
      ['lint'],
      ['a.test.ts: it'],
      ['end to end: playwright ended without a report'],
    ]);
  });

  it('keeps what a step could not test for the end', async () => {
    const result = { passed: 0, failed: 0, notTested: 'there is no Chromium' };

    expect(
      await runSteps([step('end to end', async () => result)], {
        signal: new AbortController().signal,
        say: message => said.push(message),
      }),
    ).toEqual([result]);
  });

  // A Ctrl-C ended this process at once and left a database server and its folder behind.
  it('waits for the clean-up of a step that is interrupted, and runs no other', async () => {
    const stopping = new AbortController();
    const events: string[] = [];
    const interrupted = step('unit tests', async signal => {
      try {
        const ended = runProgram({
          command: process.execPath,
          args: ['-e', 'setInterval(() => {}, 1000)'],
          signal,
        });
        stopping.abort();
        return { passed: 0, failed: await ended };
      } finally {
        events.push('database stopped');
      }
    });
    const next = step('end to end', async () => {
      events.push('next step');
      return { passed: 1, failed: 0 };
    });

    expect(await run([interrupted, next], stopping.signal)).toBe(
      '0 passed, 2 failed',
    );
    expect(events).toEqual(['database stopped']);
    expect(said).toContain('FAILED: end to end: stopped');
  });
});
