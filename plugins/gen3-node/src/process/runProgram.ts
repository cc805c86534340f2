import { spawn } from 'node:child_process';

/** What to run, and within which bounds. */
export interface ProgramRun {
  /** Program, looked up in `PATH` of `env` unless it is a path. */
  program: string;
  args: readonly string[];
  cwd?: string;
  /** The whole environment: nothing is inherited from this process. */
  env: Record<string, string>;
  input?: string;
  /** Ends the program and everything that it started. */
  signal: AbortSignal;
  /** Time until the program is ended, in milliseconds. */
  timeoutMs: number;
  /** Bytes of standard output after which the program is ended. */
  maxOutputBytes: number;
}

/** How a program ended. */
export type ProgramEnd =
  | { kind: 'exited'; code: number; output: Buffer; complaint: string }
  | { kind: 'not-found' }
  | { kind: 'timeout' }
  | { kind: 'too-much-output' }
  | { kind: 'killed'; by: string; complaint: string };

/** Time for the last output of a program that has ended, in milliseconds: whoever holds its output may live on for ever. */
const LAST_OUTPUT_MS = 2_000;

/** Standard error that is kept: its end says why a program gave up. */
const MAX_COMPLAINT_BYTES = 16 * 1024;

/**
 * Runs a program in a process group of its own, without a shell and without a terminal.
 *
 * @throws the signal's reason when it is aborted; every other end is an answer.
 */
export function runProgram(run: ProgramRun): Promise<ProgramEnd> {
  run.signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = spawn(run.program, [...run.args], {
      cwd: run.cwd,
      env: run.env,
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    let size = 0;
    let complaint = '';
    let cut: ProgramEnd | undefined;

    const kill = () => {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // The group is gone already: that is what was wanted.
      }
    };
    const cutShort = (end: ProgramEnd) => {
      cut ??= end;
      kill();
    };
    const timer = setTimeout(
      () => cutShort({ kind: 'timeout' }),
      run.timeoutMs,
    );
    run.signal.addEventListener('abort', kill);
    let last: NodeJS.Timeout | undefined;
    const settle = () => {
      clearTimeout(timer);
      clearTimeout(last);
      run.signal.removeEventListener('abort', kill);
    };

    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > run.maxOutputBytes) {
        chunks.length = 0;
        cutShort({ kind: 'too-much-output' });
      } else {
        chunks.push(chunk);
      }
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString('utf8')).slice(
        -MAX_COMPLAINT_BYTES,
      );
    });
    // A program that ends before it has read its input is judged by how it ended.
    child.stdin.on('error', () => {});
    child.stdin.end(run.input ?? '');

    child.on('error', error => {
      settle();
      if ('code' in error && error.code === 'ENOENT') {
        resolve({ kind: 'not-found' });
      } else {
        reject(error);
      }
    });
    child.on('exit', () => {
      // It closes once its output does; a process that it left behind may keep that open.
      last = setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, LAST_OUTPUT_MS);
    });
    child.on('close', (code, by) => {
      settle();
      if (run.signal.aborted) {
        reject(run.signal.reason);
      } else if (cut) {
        resolve(cut);
      } else if (code === null) {
        resolve({ kind: 'killed', by: by ?? 'unknown signal', complaint });
      } else {
        const output = Buffer.concat(chunks);
        resolve({ kind: 'exited', code, output, complaint });
      }
    });
  });
}
