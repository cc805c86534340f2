import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { REPOSITORY, TYPESCRIPT } from './repository';

/** Starts a child that never ends by itself and prints its process id, then waits for ever. */
const PARENT = `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, [
    ...${JSON.stringify(TYPESCRIPT)},
    '--require', ${JSON.stringify(
      resolve(REPOSITORY, 'packages/portal-scripts/src/exitWithParent.ts'),
    )},
    '-e', 'setInterval(() => {}, 1000); process.send("ready")',
  ], { detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.on('message', () => console.log('ready'));
`;

it('ends a child whose parent was killed', async () => {
  const parent = spawn(process.execPath, ['-e', PARENT], {
    cwd: REPOSITORY,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(parent.stdout, 'data');
  // The two can be told in either order: the test used to fail when the output closed first.
  const died = once(parent, 'exit');
  const bothGone = once(parent.stdout, 'close');

  parent.kill('SIGKILL');

  expect(await died).toEqual([null, 'SIGKILL']);
  // The child shares the parent's output: it closes when the last of both is gone.
  await bothGone;
});
