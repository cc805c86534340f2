import { answersOf } from './launchAnswers';
import { askAs } from './people';
import { expect, test } from './test';

/** Has the shape of an access key of AWS, and is none. */
const CANARY = ['AKIA', 'CANARY0CANARY0AB'].join('');

/** Every answer of the wizard that is a text or has texts in it. */
const TYPED: [string, unknown][] = [
  ...[
    'hostname',
    'title',
    'owner',
    'meshHub',
    'source',
    'cluster',
    'namespace',
    'environment',
    'release',
    'chartRevision',
    'dictionaryUrl',
    'indexdPrefix',
    'databaseSecret',
    'searchEndpoint',
    'fenceConfigSecret',
    'userYaml',
  ].map((name): [string, unknown] => [name, CANARY]),
  ['tier', CANARY],
  [
    'dictionaryUrl',
    `https://user:${CANARY}@dictionary.example.org/schema.json`,
  ],
  ['imageTags', { fence: CANARY }],
  ['services', [CANARY.toLowerCase()]],
  [CANARY, 'a name that no answer has'],
];

test('a secret that is typed into any field is in no answer, log, database or commit', async ({
  portal,
}) => {
  test.setTimeout(300_000);
  const ask = (path: string, body: object) =>
    askAs('alma-reyes', { ...portal, method: 'POST', path, body });
  const told: string[] = [];
  for (const [name, value] of TYPED) {
    const answers = { ...answersOf('colon.example.org'), [name]: value };
    const questions = [
      ['/api/gen3/preflight', { answers }],
      ['/api/gen3/preview', { answers }],
      ['/api/gen3/changes', { kind: 'launch', answers, accept: [] }],
    ] as const;
    for (const [path, body] of questions) {
      const answer = await ask(path, body);
      if (path.endsWith('/changes')) {
        expect({ name, status: answer.status }).toEqual({ name, status: 400 });
      }
      if (JSON.stringify(answer.body).includes(CANARY)) {
        told.push(`${path} with ${name}`);
      }
    }
  }
  const values = `fence:\n  FENCE_CONFIG:\n    AWS_CREDENTIALS:\n      aws_access_key_id: ${CANARY}\n`;
  const judged = await ask('/api/gen3/preflight', {
    values,
    tier: 'production',
  });
  expect(judged).toMatchObject({
    status: 200,
    body: {
      findings: expect.arrayContaining([
        expect.objectContaining({ id: 'secrets-inline', severity: 'error' }),
      ]),
    },
  });
  expect(JSON.stringify(judged.body)).not.toContain(CANARY);
  expect(told).toEqual([]);
  expect(portal.findInData(CANARY)).toEqual([]);
});
