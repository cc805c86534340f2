import { mockServices } from '@backstage/backend-test-utils';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { UrlReaderService } from '@backstage/backend-plugin-api';
import { NotImplementedError } from '@backstage/errors';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { tarOf, zipOf } from '../__testUtils__/archives';
import { textIn } from '../__testUtils__/textIn';
import { readTreeFiles } from './readTreeFiles';
import { UrlReaderSnapshotRepository } from './UrlReaderSnapshotRepository';

const signal = new AbortController().signal;
const url = 'https://git.example/org/gitops';

/** A reader that hands one archive to Backstage's own treatment of archives. */
function readerOf(kind: 'Tar' | 'Zip', archive: Buffer): UrlReaderService {
  return UrlReaders.create({
    logger: mockServices.logger.mock(),
    config: mockServices.rootConfig(),
    factories: [
      ({ treeResponseFactory }) => [
        {
          predicate: () => true,
          reader: {
            readUrl: async () => {
              throw new NotImplementedError('Nobody asks for it');
            },
            search: async () => {
              throw new NotImplementedError('Nobody asks for it');
            },
            readTree: async (_url, options) =>
              treeResponseFactory[`from${kind}Archive`]({
                stream: Readable.from([archive]),
                etag: 'c1',
                subpath: '',
                filter: options?.filter,
              }),
          },
        },
      ],
    ],
  });
}

function read(kind: 'Tar' | 'Zip', archive: Buffer) {
  return readTreeFiles({ reader: readerOf(kind, archive), url, signal });
}

const FILES = { 'b.yaml': 'b: ü', 'a/empty.yaml': '', 'logo.png': 'x' };

describe('readTreeFiles', () => {
  // One empty file once kept every repository from being read: Backstage gives a list for it, and not a buffer.
  it('reads a tar archive with an empty file and a symbolic link', async () => {
    const archive = gzipSync(
      tarOf({ ...FILES, 'link.yaml': { linkTo: 'b.yaml' } }, 'org-gitops-c1'),
    );
    const { version, files } = await read('Tar', archive);
    expect(version).toBe('c1');
    expect([...files]).toMatchObject([
      ['a/empty.yaml', { kind: 'text', text: '' }],
      ['b.yaml', { kind: 'text', text: 'b: ü' }],
      ['link.yaml', { kind: 'text', text: '' }],
    ]);
  });

  // The content of a zip archive comes over a stream: whoever read a file a second time waited for ever.
  it('reads a zip archive, whose files can then be read again and again', async () => {
    const repository = UrlReaderSnapshotRepository.create({
      reader: readerOf('Zip', zipOf(FILES)),
      url,
      host: 'azure',
      locate: path => ({ repo: url, path, location: `url:${url}/${path}` }),
    });
    const snapshot = await repository.open({ signal });
    if (snapshot === 'unchanged') throw new Error('Nothing was known before');
    await expect(snapshot.listFiles()).resolves.toEqual([
      'a/empty.yaml',
      'b.yaml',
    ]);
    await expect(textIn(snapshot, 'b.yaml')).resolves.toBe('b: ü');
    await expect(textIn(snapshot, 'b.yaml')).resolves.toBe('b: ü');
    await expect(textIn(snapshot, 'a/empty.yaml')).resolves.toBe('');
  });

  it('lists a file that is too large, as the git program does', async () => {
    const large = 'x'.repeat(6 * 1024 * 1024);
    const archive = tarOf({ 'a.yaml': large, 'b.yaml': '' }, 'r');
    const { files } = await read('Tar', archive);
    expect(files.get('a.yaml')).toEqual({
      kind: 'too-large',
      size: large.length,
    });
    expect([...files.keys()]).toEqual(['a.yaml', 'b.yaml']);
  });

  // 200,000 files of 5 MiB each passed, and all of them are kept in memory.
  it('refuses files that come to more than memory should hold, and takes none of the rest', async () => {
    const size = 5 * 1024 * 1024;
    const answers: boolean[] = [];
    const reader = mockServices.urlReader.mock({
      readTree: async (_url, options) => {
        for (let index = 0; index < 60; index += 1) {
          answers.push(options?.filter?.(`${index}.yaml`, { size }) ?? true);
        }
        return {
          etag: 'c1',
          files: async () => [],
          archive: async () => Readable.from([]),
          dir: async () => '',
        };
      },
    });
    await expect(readTreeFiles({ reader, url, signal })).rejects.toThrow(
      'its YAML and JSON files have more than the 268435456 bytes together that are read',
    );
    expect(answers.filter(Boolean)).toHaveLength(51);
  });

  // Gitea's reader does not look at the status of the answer: a refusal once passed for an empty repository.
  it.each([
    ['a page', '<html>403 Forbidden</html>'],
    ['JSON', '{"message":"token is required"}'],
    ['nothing', ''],
  ])('refuses %s that is sent in place of an archive', async (_, answer) => {
    await expect(read('Tar', Buffer.from(answer))).rejects.toThrow(
      'the host sent an archive without a single file',
    );
  });

  it('refuses an archive that breaks off', async () => {
    const archive = gzipSync(tarOf({ 'a.yaml': 'a: 1'.repeat(9_000) }, 'r'));
    await expect(
      read('Tar', archive.subarray(0, archive.length / 2)),
    ).rejects.toThrow();
  });
});
