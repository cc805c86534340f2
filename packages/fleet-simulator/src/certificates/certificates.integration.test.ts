import { createMockDirectory } from '@backstage/backend-test-utils';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { connect, PeerCertificate, TLSSocket } from 'node:tls';
import { createCommons } from '../__testUtils__/createCommons';
import { openClient } from '../__testUtils__/openClient';
import { Simulator, startSimulator } from '../server/startSimulator';
import { CertificateAuthority } from './CertificateAuthority';
import { generateFleet } from '../fleet/generateFleet';
import { HostCertificates } from './HostCertificates';

const DAY_MS = 24 * 60 * 60 * 1000;
const commons = [
  createCommons(),
  createCommons({ hostname: 'kidney.example' }),
];
const data = createMockDirectory();
const running: Simulator[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map(simulator => simulator.close()));
});

async function start(
  options: Parameters<typeof startSimulator>[0] = {},
): Promise<Simulator> {
  const simulator = await startSimulator({ commons, ...options });
  running.push(simulator);
  return simulator;
}

async function handshake(
  simulator: Simulator,
  servername: string,
  session?: Buffer,
): Promise<{
  certificate: PeerCertificate;
  authorized: boolean;
  error: string;
  isReused: boolean;
  session?: Buffer;
}> {
  const socket: TLSSocket = connect({
    port: simulator.httpsPort,
    host: '127.0.0.1',
    servername,
    ca: simulator.caPem,
    rejectUnauthorized: false,
    session,
  });
  await once(socket, 'secureConnect');
  const facts = {
    certificate: socket.getPeerCertificate(),
    authorized: socket.authorized,
    error: String(socket.authorizationError),
    isReused: socket.isSessionReused(),
    session: socket.getSession(),
  };
  socket.destroy();
  return facts;
}

function daysLeft({ valid_to }: PeerCertificate): number {
  return Math.round((Date.parse(valid_to) - Date.now()) / DAY_MS);
}

it('shows each host its own certificate by SNI, in any spelling', async () => {
  const simulator = await start();

  const heart = await handshake(simulator, 'heart.example');
  const kidney = await handshake(simulator, 'KIDNEY.example');

  expect(heart.certificate.subjectaltname).toBe('DNS:heart.example');
  expect(kidney.certificate.subjectaltname).toBe('DNS:kidney.example');
  expect([heart.authorized, kidney.authorized]).toEqual([true, true]);
  expect(daysLeft(heart.certificate)).toBe(80);
});

it('shows unknown hosts the default certificate and answers 404', async () => {
  const simulator = await start();
  const client = openClient(simulator, {
    servername: 'default.fleet-simulator.example',
  });

  const stranger = await handshake(simulator, 'stranger.example');
  const answer = await client.get('stranger.example/_status');

  expect(stranger.authorized).toBe(false);
  expect(stranger.error).toMatch(/ALTNAME/);
  expect(answer.status).toBe(404);
  await client.close();
});

it('shows a host beside commons the wildcard certificate of their domain', async () => {
  const simulator = await start({
    commons: [createCommons({ hostname: 'heart.example.org' })],
  });
  const newcomer = await handshake(simulator, 'new.example.org');
  const deeper = await handshake(simulator, 'a.new.example.org');

  expect(newcomer.certificate.subjectaltname).toBe('DNS:*.example.org');
  expect([newcomer.authorized, deeper.authorized]).toEqual([true, false]);
});

it('answers 421 over a connection that was made for another commons', async () => {
  const simulator = await start();
  const client = openClient(simulator, { servername: 'kidney.example' });

  const answer = await client.get('heart.example/_status');

  expect(answer.status).toBe(421);
  await client.close();
});

it('serves a certificate that ends soon', async () => {
  const simulator = await start();
  simulator.setFault('heart.example', '*', { certificateDays: 5 });

  const heart = await handshake(simulator, 'heart.example');

  expect(daysLeft(heart.certificate)).toBe(5);
  expect(heart.authorized).toBe(true);
});

it('serves a certificate that has ended', async () => {
  const simulator = await start();
  simulator.setFault('heart.example', '*', { certificateDays: -1 });

  const heart = await handshake(simulator, 'heart.example');

  expect(heart.error).toMatch(/EXPIRED/);
});

it('never resumes a session, which would hide a new certificate', async () => {
  const simulator = await start();
  const before = await handshake(simulator, 'heart.example');
  simulator.setFault('heart.example', '*', { certificateDays: 5 });

  const after = await handshake(simulator, 'heart.example', before.session);

  expect(after.isReused).toBe(false);
  expect(daysLeft(after.certificate)).toBe(5);
});

it('keeps its authority over a restart and hides the key from others', async () => {
  data.setContent({});
  const folder = data.resolve('simulator');
  const first = await start({ dataFolder: folder });
  const second = await start({ dataFolder: folder });

  const heart = await handshake(second, 'heart.example');
  const { mode } = await stat(data.resolve('simulator/ca-key.pem'));

  expect(second.caPem).toBe(first.caPem);
  expect(heart.authorized).toBe(true);
  expect((mode % 0o1000).toString(8)).toBe('600');
});

it('says which files are no authority', async () => {
  data.setContent({ 'ca.pem': 'nonsense', 'ca-key.pem': 'nonsense' });

  await expect(start({ dataFolder: data.path })).rejects.toThrow(
    /ca\.pem and ca-key\.pem in ".*" are not a certificate authority/,
  );
});

it('runs side by side with another one, each with its own authority', async () => {
  const [left, right] = await Promise.all([start(), start()]);
  right.setFault('heart.example', 'fence', { status: 404 });
  const clients = [openClient(left), openClient(right)];

  const answers = await Promise.all(
    clients.map(client => client.get('heart.example/user/_status')),
  );

  expect(answers.map(({ status }) => status)).toEqual([200, 404]);
  expect(left.caPem).not.toBe(right.caPem);
  await Promise.all(clients.map(client => client.close()));
});

it('keeps a bounded number of contexts, the latest used ones', async () => {
  const now = () => new Date();
  const authority = await CertificateAuthority.open({ now: now() });
  const certificates = HostCertificates.create({
    authority,
    now,
    maxContexts: 2,
  });
  const first = await certificates.contextFor('a.example');
  await certificates.contextFor('b.example');
  await certificates.contextFor('a.example');
  await certificates.contextFor('c.example');

  expect(certificates.size).toBe(2);
  expect(await certificates.contextFor('a.example')).toBe(first);
});

// With room for 1,000 contexts, a round over 5,000 commons issued 5,000 certificates every time.
it('issues no certificate twice in rounds over 5,000 commons', async () => {
  let issued = 0;
  const certificates = HostCertificates.create({
    authority: {
      // Empty ones, because reading 5,000 takes a while.
      issue: async () => {
        issued += 1;
        return { certificatePem: '', keyPem: '' };
      },
    },
    now: () => new Date(),
  });
  const fleet = generateFleet({ commons: 5000 });
  for (const { hostname } of [...fleet, ...fleet]) {
    await certificates.contextFor(hostname);
  }

  expect(issued).toBe(5000);
});
