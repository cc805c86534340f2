import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, Server, Socket } from 'node:net';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { BACKEND_PROGRAM } from './backendProgram';
import { Children } from './children';

/** Every process holds a connection to the test while it lives: the kernel closes it, however the process ends. */
const HELD = `require('node:net').connect(Number(process.env.TEST_PORT), '127.0.0.1');`;

const SCRIPTS = {
  'alone.js': HELD,
  // Starts one more process in its group, and leaves it behind.
  'family.js': `${HELD}
require('node:child_process').spawn(
  process.execPath, ['-e', ${JSON.stringify(
    `process.on('SIGTERM', () => {}); ${HELD}`,
  )}], { stdio: 'inherit' });`,
  'stubborn.js': `process.on('SIGTERM', () => {}); ${HELD}`,
  'talkative.js': `${HELD}
process.on('SIGTERM', () => {
  process.stdout.write('x'.repeat(1_000_000) + 'the last word', () => process.exit());
});`,
  'flagged.js': `console.log(process.execArgv[0]); process.exit(3);`,
  'failing.js': `console.log('the reason'); process.exit(3);`,
};

describe('Children', () => {
  const directory = createMockDirectory();
  const connections: Socket[] = [];
  let server: Server;
  let ended: string[];
  let children: Children;

  const create = (options?: { graceMs: number }) =>
    Children.create((name, how) => ended.push(`${name}: ${how}`), options);

  beforeEach(async () => {
    directory.setContent(SCRIPTS);
    connections.length = 0;
    ended = [];
    server = createServer(socket => {
      connections.push(socket);
      // A process that is killed may reset its connection instead of closing it.
      socket.on('error', () => {}).resume();
      server.emit('held');
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    children = create();
  });

  afterEach(async () => {
    await children.stop();
    await new Promise(done => server.close(done));
  });

  const logFile = (name: string) => directory.resolve(`logs/${name}.log`);

  const start = (name: string) => {
    const address = server.address();
    const port = address && typeof address === 'object' ? address.port : 0;
    return children.start({
      name,
      script: directory.resolve(`${name}.js`),
      nodeFlags: BACKEND_PROGRAM.nodeFlags,
      args: [],
      environment: { ...process.env, TEST_PORT: String(port) },
      logFile: logFile(name),
    });
  };

  const untilHeld = async (processes: number) => {
    while (connections.length < processes) {
      await once(server, 'held');
    }
  };

  /** The test's own time limit fails it when one lives on. */
  const untilAllGone = () =>
    Promise.all(
      connections.map(socket => socket.closed || once(socket, 'close')),
    );

  it('end together, and with all that they started', async () => {
    start('alone');
    start('family');
    await untilHeld(3);

    await children.stop();

    await untilAllGone();
    expect(ended).toEqual([]);
  });

  it('are killed when they do not end by themselves', async () => {
    children = create({ graceMs: 100 });
    start('stubborn');
    await untilHeld(1);

    await children.stop();

    await untilAllGone();
    expect(ended).toEqual([]);
  });

  it('leave nothing behind when the leader of a group is killed from outside', async () => {
    const pid = start('family');
    await untilHeld(2);

    process.kill(pid ?? 0, 'SIGKILL');

    await untilAllGone();
    expect(ended).toEqual(['family: signal SIGKILL']);
  });

  // The log was closed as the program ended, when its last lines were still on their way.
  it('have their last word in the log once they are stopped', async () => {
    start('talkative');
    await untilHeld(1);

    await children.stop();

    const log = await readFile(logFile('talkative'), 'utf8');
    expect(log).toHaveLength(1_000_000 + 'the last word'.length);
  });

  it('tell that one ended which nobody stopped, and why is in its log', async () => {
    const told = new Promise<string>(done => {
      children = Children.create((name, how) => done(`${name}: ${how}`));
    });
    start('failing');

    expect(await told).toBe('failing: exit code 3');
    await children.stop();
    expect(await readFile(logFile('failing'), 'utf8')).toBe('the reason\n');
  });

  it('run with flags of node, which this node knows', async () => {
    const told = new Promise<string>(done => {
      children = Children.create((name, how) => done(`${name}: ${how}`));
    });
    start('flagged');

    expect(await told).toBe('flagged: exit code 3');
    await children.stop();
    expect(await readFile(logFile('flagged'), 'utf8')).toBe(
      `${BACKEND_PROGRAM.nodeFlags[0]}\n`,
    );
  });

  // A program whose output nobody reads stands still, and would have to be killed.
  it('live on when their log cannot be written', async () => {
    directory.addContent({ 'logs/talkative.log/in-the-way': '' });
    const said = jest.spyOn(console, 'error').mockImplementation(() => {});
    start('talkative');
    await untilHeld(1);

    await children.stop();

    expect(said).toHaveBeenCalledWith(
      expect.stringMatching(/talkative.log cannot be written: EISDIR/),
    );
    said.mockRestore();
    expect(existsSync(logFile('talkative'))).toBe(true);
  });
});
