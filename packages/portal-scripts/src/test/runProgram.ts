import { spawn } from 'node:child_process';
import { REPOSITORY } from '../repository';

/** Runs a program with this process' output; resolves to its exit code, or 1 when a signal ended it. */
export function runProgram(
  command: string,
  args: string[],
  environment: Record<string, string | undefined> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: REPOSITORY,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', code => resolve(code ?? 1));
  });
}
