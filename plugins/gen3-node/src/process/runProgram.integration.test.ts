import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './runProgram';

// These tests start programs, which may take a while on a busy machine.
jest.setTimeout(60_000);

const base = {
  program: 'sh',
  env: { PATH: process.env.PATH ?? '' },
  signal: new AbortController().signal,
  timeoutMs: 20_000,
  maxOutputBytes: 1_000,
};

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(resolve => setImmediate(resolve));
}

describe('runProgram', () => {
  it('gives output, complaint and code', async () => {
    await expect(
      runProgram({
        ...base,
        args: ['-c', 'cat; echo bad >&2; exit 3'],
        input: 'in',
      }),
    ).resolves.toEqual({
      kind: 'exited',
      code: 3,
      output: Buffer.from('in'),
      complaint: 'bad\n',
    });
  });

  it('hands over no environment but the given one', async () => {
    process.env.GEN3_TEST_SECRET = 'geheim';
    const end = await runProgram({ ...base, args: ['-c', 'env'] });
    delete process.env.GEN3_TEST_SECRET;
    expect(end.kind === 'exited' && end.output.toString()).not.toContain(
      'geheim',
    );
  });

  it('ends a program, and what it started, when the time is over', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gen3-test-run-'));
    const end = await runProgram({
      ...base,
      args: ['-c', 'sleep 300 & echo $! > pid; wait'],
      cwd: folder,
      timeoutMs: 500,
    });
    expect(end).toEqual({ kind: 'timeout' });
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
    rmSync(folder, { recursive: true });
    // The end of a killed process that nobody waits for is seen a moment later.
    await until(() => !isAlive(pid));
  });

  // Such a process once kept the run waiting until it ended by itself.
  it('does not wait for a process that left the group and holds the output', async () => {
    const end = await runProgram({
      ...base,
      args: ['-c', 'setsid sleep 300 & echo $!'],
    });
    expect(end).toMatchObject({ kind: 'exited', code: 0 });
    const pid = Number(end.kind === 'exited' && end.output.toString());
    expect(isAlive(pid)).toBe(true);
    process.kill(pid);
  });

  it('ends a program that says too much', async () => {
    await expect(runProgram({ ...base, args: ['-c', 'yes'] })).resolves.toEqual(
      { kind: 'too-much-output' },
    );
  });

  it('says that a program is not there', async () => {
    await expect(
      runProgram({ ...base, program: 'no-such-program', args: [] }),
    ).resolves.toEqual({ kind: 'not-found' });
  });

  it('throws what it is aborted with', async () => {
    const controller = new AbortController();
    const run = runProgram({
      ...base,
      args: ['-c', 'sleep 300'],
      signal: controller.signal,
    });
    controller.abort(new Error('enough'));
    await expect(run).rejects.toThrow('enough');
  });
});
