import { mockServices } from '@backstage/backend-test-utils';
import {
  createFakeClient,
  type FakeAnswer,
  upstreamError,
} from '../../checks/__testUtils__/createFakeClient';
import { readDictionary } from './readDictionary';

const PATH = '/dictionary/schema.json?sig=abc';
const URL_OF_IT = `https://data.example.org${PATH}`;

const node = (id: string) => ({
  id,
  category: 'administrative',
  properties: {},
});
const DICTIONARY = JSON.stringify({
  'program.yaml': node('program'),
  'project.yaml': node('project'),
});

describe('readDictionary', () => {
  const logger = mockServices.logger.mock();
  const { signal } = new AbortController();
  const ask = (url: string | undefined, answer: FakeAnswer = {}) =>
    readDictionary({
      client: createFakeClient({ answers: { [PATH]: answer } }),
      url,
      asking: { signal, logger, timeoutMs: 50 },
    });

  it('reads the node types', async () => {
    await expect(ask(URL_OF_IT, { body: DICTIONARY })).resolves.toEqual({
      known: true,
      value: { kind: 'loaded', nodes: ['program', 'project'] },
    });
  });

  it('asks nobody when there is no URL', async () => {
    await expect(ask(undefined)).resolves.toEqual({
      known: true,
      value: undefined,
    });
  });

  it.each<[string, string, FakeAnswer, string]>([
    ['a 404', URL_OF_IT, { status: 404 }, 'answers 404'],
    ['a 403', URL_OF_IT, { status: 403 }, 'answers 403'],
    ['a page', URL_OF_IT, { body: '<html></html>' }, 'HTML'],
    ['a word', 'develop', {}, 'is no URL'],
    ['a bucket', 's3://bucket/schema.json', {}, 'is no URL that starts with'],
  ])('finds no dictionary in %s', async (_, url, answer, why) => {
    await expect(ask(url, answer)).resolves.toEqual({
      known: true,
      value: { kind: 'not-a-dictionary', why: expect.stringContaining(why) },
    });
  });

  it.each<[string, string, FakeAnswer, string]>([
    ['no connection', URL_OF_IT, upstreamError('unreachable'), 'cannot read'],
    [
      'a private address',
      URL_OF_IT,
      upstreamError('refused-address'),
      'cannot',
    ],
    ['silence', URL_OF_IT, 'hang', 'gave no answer'],
    [
      'an overloaded server',
      URL_OF_IT,
      { status: 503 },
      'answers 503 just now',
    ],
    ['a redirect', URL_OF_IT, { status: 302 }, 'does not follow'],
    ['too much', URL_OF_IT, { body: '{', truncated: true }, '20 MB'],
    ['http', 'http://data.example.org/schema.json', {}, 'https only'],
    ['a password', 'https://u:secret@data.example.org/', {}, 'does not send'],
  ])('does not know what to make of %s', async (_, url, answer, why) => {
    const fact = await ask(url, answer);
    expect(fact).toEqual({ known: false, why: expect.stringContaining(why) });
    expect(JSON.stringify(fact)).not.toMatch(/sig=abc|secret/);
  });
});
