import { answersOf, proposeLaunch, reviewChange } from './launchAnswers';
import { DISCOVERED_MS, rowOf } from './locators';
import { askAs } from './people';
import { expect, test } from './test';
import { answer as field, choose, openWizard, WIZARD_PAGES } from './wizard';

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
    'mode',
    'cloneOf',
    'layout',
    'frontendRoot',
    'database',
    'login',
    'tierAccessLevel',
  ].map((name): [string, unknown] => [name, CANARY]),
  ['tier', CANARY],
  [
    'dictionaryUrl',
    `https://user:${CANARY}@dictionary.example.org/schema.json`,
  ],
  ['imageTags', { fence: CANARY }],
  ['services', [CANARY.toLowerCase()]],
  ['bundles', [CANARY]],
  ['withoutServices', [CANARY]],
  [CANARY, 'a name that no answer has'],
];

/** Every answer of the templates that change a commons. */
const EDITS: object[] = [
  { kind: 'upgrade', release: CANARY },
  { kind: 'upgrade', imageTags: { fence: CANARY } },
  { kind: 'upgrade', imageTags: { [CANARY]: '2026.10' } },
  { kind: 'maintenance', mode: CANARY },
  { kind: 'scale', replicas: { [CANARY]: 2 } },
  { kind: 'retire', step: 'stand-down', confirm: CANARY },
  { kind: 'retire', step: CANARY, confirm: 'heart.example.org' },
  { kind: 'maintenance', mode: 'on', hostname: CANARY },
].map(edit => ({ hostname: 'heart.example.org', ...edit }));

test('a secret that is typed into any field is in no answer, log, database or commit', async ({
  portal,
}) => {
  test.setTimeout(300_000);
  const ask = (path: string, body: object) =>
    askAs('alma-reyes', { ...portal, method: 'POST', path, body });
  const told: string[] = [];
  const tell = async (name: string, asked: object, proposal: object) => {
    const questions = [
      ['/api/gen3/preflight', asked],
      ['/api/gen3/preview', asked],
      ['/api/gen3/changes/dry-run', proposal],
      ['/api/gen3/changes', proposal],
    ] as const;
    for (const [path, body] of questions) {
      const answer = await ask(path, body);
      if (path.includes('/changes')) {
        expect({ name, status: answer.status }).toEqual({ name, status: 400 });
      }
      if (JSON.stringify(answer.body).includes(CANARY)) {
        told.push(`${path} with ${name}`);
      }
    }
  };
  for (const [name, value] of TYPED) {
    const answers = { ...answersOf('colon.example.org'), [name]: value };
    await tell(name, { answers }, { kind: 'launch', answers, accept: [] });
  }
  for (const edit of EDITS) {
    await tell(JSON.stringify(edit), { edit }, edit);
  }
  const reason = { id: 'skips-releases', reason: CANARY };
  const accepted = {
    kind: 'upgrade',
    hostname: 'heart.example.org',
    release: '2026.10',
    accept: [reason],
  };
  for (const path of ['/api/gen3/changes/dry-run', '/api/gen3/changes']) {
    const answer = await ask(path, accepted);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).not.toContain(CANARY);
  }
  const id = await proposeLaunch(portal, 'duodenum.example.org');
  for (const action of ['approve', 'merge', 'close']) {
    const answer = await askAs('tomas-lindqvist', {
      ...portal,
      method: 'POST',
      path: `/api/gen3/changes/${id}/${action}`,
      body: { reason: CANARY },
    });
    expect({ action, status: answer.status }).toEqual({ action, status: 400 });
    expect(JSON.stringify(answer.body)).not.toContain(CANARY);
  }
  await reviewChange(portal, id, 'close');
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
  const previewed = await ask('/api/gen3/preview', { values });
  expect(JSON.stringify(previewed.body)).not.toContain(CANARY);
  expect(told).toEqual([]);
  expect(portal.findInData(CANARY)).toEqual([]);
});

test('a secret that is typed into the wizard is told, and goes no further', async ({
  page,
  portal,
}) => {
  test.setTimeout(240_000);
  page.setDefaultTimeout(30_000);
  await page.goto('/');
  await expect(rowOf(page, 'heart.example.org')).toBeVisible({
    timeout: DISCOVERED_MS,
  });
  await openWizard(page);
  await field(page, /Hostname/).fill('colon.example.org');
  await field(page, /Title/).fill(CANARY);
  await choose(page, /Owner/, 'Commons Services Operations Center');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(
    page.getByText(/"answers.title" seems to hold a secret/).first(),
  ).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(WIZARD_PAGES.place)).toHaveCount(0);
  expect(portal.findInData(CANARY)).toEqual([]);
});
