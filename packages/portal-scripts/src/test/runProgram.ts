import { spawn } from 'node:child_process';
import { REPOSITORY } from '../repository';

/** How long a program may take to end by itself: the end-to-end tests have a portal to stop. */
const GRACE_MS = 30_000;

/**
 * Runs a program with this process' output; resolves to its exit code, or 1 when a signal ended it. When `signal` aborts, the
 * program is asked to end as by a Ctrl-C, and is waited for, so that it can clean up.
 *
 * @throws when the program cannot be started, or `signal` was aborted before.
 */
export function runProgram(options: {
  command: string;
  args: string[];
  environment?: Record<string, string | undefined>;
  signal: AbortSignal;
}): Promise<number> {
  const { command, args, environment, signal } = options;
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: REPOSITORY,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    let kill: NodeJS.Timeout | undefined;
    const interrupt = () => {
      child.kill('SIGINT');
      kill = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    };
    const forget = () => {
      signal.removeEventListener('abort', interrupt);
      clearTimeout(kill);
    };
    signal.addEventListener('abort', interrupt, { once: true });
    child.once('error', error => {
      forget();
      reject(error);
    });
    child.once('exit', code => {
      forget();
      resolve(code ?? 1);
    });
  });
}
