import { createServer, Server } from 'node:net';
import { requireFreePorts } from './ports';
import { simulatorPorts } from './simulator';

describe('requireFreePorts', () => {
  let server: Server;
  let port: number;

  beforeEach(async () => {
    server = createServer();
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    port = address && typeof address === 'object' ? address.port : 0;
  });

  afterEach(() => new Promise(done => server.close(done)));

  const wanted = () => [
    { port, host: '127.0.0.1', purpose: 'portal', change: 'PORT=7008' },
  ];

  it('names a taken port, what it is for and how to change it', async () => {
    await expect(requireFreePorts(wanted())).rejects.toThrow(
      `Port ${port} (portal) is taken by another program: stop it, or run make start PORT=7008`,
    );
  });

  it('is content when the port is free, and leaves it free', async () => {
    await new Promise(done => server.close(done));

    await requireFreePorts(wanted());
    await requireFreePorts(wanted());

    server = createServer();
    await new Promise<void>(done => server.listen(port, '127.0.0.1', done));
    expect(server.listening).toBe(true);
  });

  // Each was free by itself; the second one to listen then ended the start with a stack trace.
  it('refuses a port that is wanted twice, and says how to change it', async () => {
    const [portal] = wanted();

    await expect(
      requireFreePorts([portal, ...simulatorPorts(port - 1)]),
    ).rejects.toThrow(
      `Port ${port} is wanted twice, for portal and simulator control: run make start SIMULATOR_PORT=${
        port + 2
      }`,
    );
  });
});
