import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { keepLog } from './keepLog';

class FakeChild extends EventEmitter {
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
}

describe('keepLog', () => {
  const directory = createMockDirectory();

  // The log was closed on exit: what arrived afterwards was lost, or ended this process with "write after end".
  it('keeps what arrives after the program has exited', async () => {
    const child = new FakeChild();
    const file = directory.resolve('logs/backend.log');
    const kept = keepLog(child, file);

    child.stdout.write('one\n');
    child.emit('exit');
    await new Promise(setImmediate);
    child.stderr.write('the last word\n');
    child.stdout.end();
    child.stderr.end();
    await new Promise(setImmediate);
    child.emit('close');

    await kept;
    expect(await readFile(file, 'utf8')).toBe('one\nthe last word\n');
  });
});
