import { createServer, Server } from 'node:http';
import { waitUntilReady } from './readiness';

describe('waitUntilReady', () => {
  let server: Server;
  let url: string;
  let answers: Record<string, number>;
  let asked: string[];
  let said: string[];

  beforeEach(async () => {
    asked = [];
    said = [];
    answers = {};
    server = createServer((request, response) => {
      const path = request.url ?? '';
      asked.push(path);
      response.statusCode = answers[path] ?? 503;
      response.end();
      server.emit('asked');
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    url = `http://127.0.0.1:${
      address && typeof address === 'object' ? address.port : 0
    }`;
  });

  afterEach(() => new Promise(done => server.close(done)));

  const wait = (signal: AbortSignal, patienceMs?: number) =>
    waitUntilReady({
      awaited: {
        name: 'portal',
        url,
        paths: ['/readiness', '/'],
        logFile: '/data/logs/backend.log',
      },
      signal,
      say: message => said.push(message),
      patienceMs,
    });

  it('resolves once all paths answer, in their order', async () => {
    answers = { '/': 200 };
    server.once('asked', () => {
      answers['/readiness'] = 200;
    });

    await wait(new AbortController().signal);

    expect(asked).toEqual(['/readiness', '/readiness', '/']);
    expect(said).toEqual([]);
  });

  // It waited silently for ever, e.g. when a plugin never became ready.
  it('says once what it waits for and where the log is, and goes on waiting', async () => {
    const stopping = new AbortController();
    server.on('asked', () => asked.length === 3 && stopping.abort());

    await expect(wait(stopping.signal, 1)).rejects.toThrow(/aborted/);

    expect(said).toEqual([
      `still waiting for the portal to answer at ${url}/readiness; its log is /data/logs/backend.log. Ctrl-C stops it.`,
    ]);
  });

  it('ends at once with its signal', async () => {
    await expect(wait(AbortSignal.abort())).rejects.toThrow(/aborted/);
  });
});
