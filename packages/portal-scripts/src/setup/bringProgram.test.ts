import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { writeFileSync } from 'node:fs';
import { createServer, Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringProgram } from './bringProgram';
import { Program, programsFor } from './programs';

const SCRIPT = '#!/bin/sh\necho ok\n';
const sha256 = (content: string | Buffer) =>
  createHash('sha256').update(content).digest('hex');

let folder: string;
let archive: Buffer;
let server: Server;
let origin: string;

beforeAll(async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'gen3-csoc-archive-'));
  await mkdir(join(scratch, 'linux-arm64'));
  writeFileSync(join(scratch, 'linux-arm64/helm'), SCRIPT);
  archive = execFileSync('tar', ['-czf', '-', '-C', scratch, 'linux-arm64']);
  await rm(scratch, { recursive: true });
  const files = new Map<string | undefined, string | Buffer>([
    ['/kubectl', SCRIPT],
    ['/helm.tar.gz', archive],
  ]);
  server = createServer(({ url }, response) => {
    const file = files.get(url);
    response.statusCode = file ? 200 : 404;
    response.end(file);
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (!address || typeof address === 'string') {
    throw new Error('The server has no port');
  }
  origin = `http://127.0.0.1:${address.port}`;
});

afterAll(async () => {
  await new Promise(resolve => {
    server.close(resolve);
    server.closeAllConnections();
  });
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gen3-csoc-programs-'));
});

afterEach(() => rm(folder, { recursive: true }));

const kubectl = (overrides: Partial<Program> = {}): Program => ({
  name: 'kubectl',
  url: `${origin}/kubectl`,
  sha256: sha256(SCRIPT),
  ...overrides,
});

describe('bringProgram', () => {
  it('brings a program that is published as it is', async () => {
    await bringProgram(kubectl(), folder);

    expect(await readdir(folder)).toEqual(['kubectl']);
    expect(await readFile(join(folder, 'kubectl'), 'utf8')).toBe(SCRIPT);
    // eslint-disable-next-line no-bitwise -- that is how permissions are read
    expect((await stat(join(folder, 'kubectl'))).mode & 0o777).toBe(0o755);
  });

  it('brings a program out of an archive', async () => {
    const helm: Program = {
      name: 'helm',
      url: `${origin}/helm.tar.gz`,
      sha256: sha256(archive),
      inArchive: 'linux-arm64/helm',
    };
    await bringProgram(helm, folder);

    expect(await readdir(folder)).toEqual(['helm']);
    expect(await readFile(join(folder, 'helm'), 'utf8')).toBe(SCRIPT);
  });

  it('leaves nothing of what is not the program that was released', async () => {
    await expect(
      bringProgram(kubectl({ sha256: sha256('another') }), folder),
    ).rejects.toThrow(
      `is not the kubectl that was released: its SHA-256 is ${sha256(SCRIPT)}`,
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves nothing of an archive that has no such program', async () => {
    const helm: Program = {
      name: 'helm',
      url: `${origin}/helm.tar.gz`,
      sha256: sha256(archive),
      inArchive: 'darwin-arm64/helm',
    };
    await expect(bringProgram(helm, folder)).rejects.toThrow(/tar/);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['is not there', '/nothing', /\/nothing" answers 404/],
    ['cannot be reached', ':1/kubectl', /cannot be reached/],
  ])('says that an address %s', async (_, path, message) => {
    const url = path.startsWith(':')
      ? `http://127.0.0.1${path}`
      : `${origin}${path}`;
    await expect(bringProgram(kubectl({ url }), folder)).rejects.toThrow(
      message,
    );
  });
});

describe('programsFor', () => {
  it.each([
    ['linux', 'arm64', 'linux', 'arm64'],
    ['darwin', 'x64', 'darwin', 'amd64'],
    ['darwin', 'arm64', 'darwin', 'arm64'],
  ])('knows helm and kubectl for %s %s', (platform, arch, os, cpu) => {
    const sum = expect.stringMatching(/^[0-9a-f]{64}$/);

    expect(programsFor({ platform, arch })).toEqual([
      {
        name: 'helm',
        url: `https://get.helm.sh/helm-v4.1.4-${os}-${cpu}.tar.gz`,
        sha256: sum,
        inArchive: `${os}-${cpu}/helm`,
      },
      {
        name: 'kubectl',
        url: `https://dl.k8s.io/release/v1.34.5/bin/${os}/${cpu}/kubectl`,
        sha256: sum,
      },
    ]);
  });

  it('says for which machine there is none', () => {
    expect(() => programsFor({ platform: 'linux', arch: 'riscv64' })).toThrow(
      'there is no helm and no kubectl for linux riscv64',
    );
  });
});
