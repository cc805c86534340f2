import { launchAnswersSchema } from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';
import { answersOf } from './launchAnswers';
import { askAs } from './people';
import { Portal } from './portal';
import { expect, test } from './test';

/** Nobody launches it. */
const GALL = 'gallbladder.example.org';

/** Answers of the right shape that are wrong all the same, and the check that finds each. */
const MISTAKEN: [
  name: string,
  value: unknown,
  check: string,
  beside?: object,
][] = [
  ['hostname', 'heart.example.org', 'hostname-taken'],
  ['hostname', 'not_a_hostname', 'hostname-syntax'],
  ['owner', 'group:default/nobody', 'owner-reference'],
  ['source', 'nowhere', 'source-known'],
  ['cluster', 'nowhere', 'cluster-known'],
  ['namespace', 'Not-A-Name', 'kubernetes-names'],
  ['release', '1999.01', 'release-exists'],
  ['imageTags', { fence: 'bad tag!' }, 'image-tags'],
  ['services', ['nosuchservice'], 'services-known'],
  ['withoutServices', ['fence'], 'service-dependencies'],
  ['dictionaryUrl', 'ftp://nowhere', 'dictionary'],
  ['userYaml', 'nonsense', 'usersync'],
  ['environment', 'two words', 'names-outside'],
  ['searchEndpoint', 'https://search.example.org', 'names-outside'],
  ['meshHub', 'nobody.example.org', 'mesh-hub'],
  ['indexdPrefix', 'dg.TEST', 'indexd-prefix'],
  ['chartRevision', 'nowhere', 'chart-renders'],
  ['mode', 'clone', 'clone-of'],
  ['tier', 'production', 'database-reference'],
  ['database', 'managed', 'database-reference'],
  ['databaseSecret', 'no name!', 'names-outside', { database: 'managed' }],
  ['fenceConfigSecret', 'no name!', 'names-outside', { login: 'secret' }],
  ['cloneOf', 'nobody.example.org', 'clone-of', { mode: 'clone' }],
];

const PROPOSE = 'gen3:launch:propose';

/** Without its repository there is nothing to judge. */
const refusalOf = (id: string) =>
  id === 'source-known' ? 'There is no managed gitops source' : id;

const findingsSchema = z.object({
  findings: z.array(z.object({ id: z.string(), severity: z.string() })),
});

const ask = (portal: Portal, path: string, body: object) =>
  askAs('alma-reyes', { ...portal, method: 'POST', path, body });

/** What an action makes of answers, in a dry run. */
const act = (portal: Portal, action: string, answers: object) =>
  ask(portal, '/api/scaffolder/v2/dry-run', {
    template: {
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      kind: 'Template',
      metadata: { name: 'test' },
      spec: {
        type: 'test',
        owner: 'group:default/csoc',
        parameters: [],
        steps: [
          {
            id: 'act',
            name: 'Act',
            action,
            input: { answers },
          },
        ],
      },
    },
    values: {},
    secrets: {},
    directoryContents: [],
  });

async function changesOf(portal: Portal): Promise<unknown> {
  const path = '/api/gen3/changes?limit=100';
  const { body } = await askAs('alma-reyes', { ...portal, path });
  return z.object({ totalItems: z.number() }).parse(body);
}

test('an answer of the wrong shape is refused by name, by REST and by the action', async ({
  portal,
}) => {
  test.setTimeout(300_000);
  const before = await changesOf(portal);
  for (const name of Object.keys(launchAnswersSchema.shape)) {
    const answers = { ...answersOf(GALL), [name]: 42 };
    const requests = [
      ['/api/gen3/preflight', { answers }],
      ['/api/gen3/preview', { answers }],
      ['/api/gen3/changes/dry-run', { kind: 'launch', answers }],
      ['/api/gen3/changes', { kind: 'launch', answers }],
    ] as const;
    for (const [path, body] of requests) {
      const { status, body: answer } = await ask(portal, path, body);
      expect({ path, name, status }).toEqual({ path, name, status: 400 });
      expect(JSON.stringify(answer)).toContain(`answers.${name}`);
    }
    const { status, body } = await act(portal, PROPOSE, answers);
    expect({ name, status }).not.toEqual({ name, status: 200 });
    expect(JSON.stringify(body)).toContain(`answers.${name}`);
  }
  expect(await changesOf(portal)).toEqual(before);
});

test('a wrong answer is found, and neither REST nor the action proposes it', async ({
  portal,
}) => {
  test.setTimeout(300_000);
  const before = await changesOf(portal);
  for (const [name, value, id, beside] of MISTAKEN) {
    const answers = { ...answersOf(GALL), ...beside, [name]: value };
    const { body: judged } = await ask(portal, '/api/gen3/preflight', {
      answers,
    });
    const { findings } = findingsSchema.parse(judged);
    expect({ name, findings }).toMatchObject({
      name,
      findings: expect.arrayContaining([
        expect.objectContaining({ id, severity: 'error' }),
      ]),
    });
    const proposal = { kind: 'launch', answers };
    const { status, body } = await ask(portal, '/api/gen3/changes', proposal);
    expect({ name, status }).toEqual({ name, status: 400 });
    expect(JSON.stringify(body)).toContain(refusalOf(id));
    const acted = await act(portal, PROPOSE, answers);
    expect({ name, status: acted.status }).not.toEqual({ name, status: 200 });
    expect(JSON.stringify(acted.body)).toContain(refusalOf(id));
    const checked = await act(portal, 'gen3:preflight', answers);
    expect({ name, status: checked.status }).not.toEqual({ name, status: 200 });
    expect(JSON.stringify(checked.body)).toContain(id);
  }
  expect(await changesOf(portal)).toEqual(before);
});
