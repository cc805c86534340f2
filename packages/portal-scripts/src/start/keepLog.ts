import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';

/** How long a log may stay open after its program has ended, for what that program left outside of its group. */
const LINGER_MS = 5_000;

/** What a log needs of a child process. */
export interface Talking {
  stdout: Readable | null;
  stderr: Readable | null;
  once(event: 'exit' | 'close', listener: () => void): unknown;
}

/**
 * Writes all that a program says into a file, anew. Resolves when the program has ended and its last word is in the file. A log
 * that cannot be written is said and ends nothing: the program goes on.
 */
export function keepLog(child: Talking, logFile: string): Promise<void> {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  const outputs = [child.stdout, child.stderr];
  outputs.forEach(output => output?.pipe(log, { end: false }));
  // Its outputs normally close as it ends. When something else holds them open, nobody shall wait for that.
  child.once('exit', () => {
    const linger = setTimeout(
      () => outputs.forEach(output => output?.destroy()),
      LINGER_MS,
    );
    child.once('close', () => clearTimeout(linger));
  });
  // Not on `exit`: what the program said last is still on its way then.
  child.once('close', () => log.end());
  log.once('error', error => {
    console.error(`start: ${logFile} cannot be written: ${error.message}`);
    // Nobody reads the outputs any more, and a program whose output is full stands still.
    outputs.forEach(output => output?.resume());
  });
  return new Promise(done => log.once('close', done));
}
