import {
  createServiceRegistry,
  launchAnswersSchema,
  type LaunchAnswersInput,
  mergeValues,
  planLaunch,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { parse } from 'yaml';
import { FOUR_ANSWERS } from '../__testUtils__/runCheck';
import { secretsOf } from './secretsOf';

const registry = createServiceRegistry();

const secrets = (
  more: Partial<LaunchAnswersInput>,
  clonedYaml: string | undefined = undefined,
) => {
  const cloned =
    clonedYaml === undefined
      ? {}
      : { cloned: { values: mergeValues([parse(clonedYaml)]), leftOut: [] } };
  const answers = launchAnswersSchema.parse({
    ...FOUR_ANSWERS,
    ...(clonedYaml === undefined
      ? {}
      : { mode: 'clone', cloneOf: 'heart.example.org' }),
    ...more,
    ...cloned,
  });
  const plan = planLaunch(answers, { registry, layout: 'plain' });
  return secretsOf(plan, registry);
};

const managed = { database: 'managed', databaseSecret: 'master' } as const;

const CLONED = `
global: { externalSecrets: { deploy: true } }
fence: { externalSecrets: { fenceJwtKeys: brain-jwt, dbcreds: brain-fence } }
sheepdog: { externalSecrets: { mine: brain-mine } }
manifestservice: { enabled: true, externalSecrets: { manifestserviceG3auto: brain-manifests } }
cedar: { enabled: false, externalSecrets: { cedarG3auto: brain-cedar } }
`;

describe('secretsOf', () => {
  it('names none after a place that nobody has chosen', () => {
    expect(secrets({ ...managed, cluster: '' })).toEqual(['master']);
  });

  it('names none where everything runs in the namespace', () => {
    expect(secrets({ database: 'development', login: 'mock' })).toEqual([]);
  });

  it('names those of databases, of the database server and of fence', () => {
    const names = secrets({
      ...managed,
      login: 'secret',
      fenceConfigSecret: 'brain-fence-config',
    });
    expect(names).toEqual(
      expect.arrayContaining([
        'brain-fence-config',
        'master',
        expect.stringMatching(/-fence-creds$/),
        expect.stringMatching(/-indexd-creds$/),
      ]),
    );
    expect(names).toEqual([...new Set(names)].sort());
  });

  it('names those that only the values of the cloned commons name, of services that are on', () => {
    const names = secrets(managed, CLONED);
    expect(names).toEqual(expect.arrayContaining(['brain-mine', 'master']));
    expect(names).not.toContain('brain-cedar');
  });

  it('names those of the clone itself where it has its own', () => {
    const names = secrets(managed, CLONED).join(' ');
    expect(names).toMatch(/\S-fence-creds/);
    expect(names).toMatch(/\S-fence-jwt-keys/);
    expect(names).toMatch(/\S-manifestservice-g3auto/);
    expect(names).not.toMatch(/brain-(jwt|fence|manifests)/);
  });

  // They were listed as if the clone used them, and gone once a cluster was chosen.
  it('names none of the cloned commons that the clone will name itself, before anybody has said where it will run', () => {
    const nowhere = { ...managed, cluster: '' };
    expect(secrets(nowhere, CLONED)).toEqual(['brain-mine', 'master']);
    const answered = {
      ...nowhere,
      login: 'secret',
      fenceConfigSecret: 'mine-fence-config',
    } as const;
    expect(secrets(answered, CLONED)).toEqual([
      'brain-mine',
      'master',
      'mine-fence-config',
    ]);
  });

  it('names those that have the names of the chart', () => {
    expect(secrets({ ...managed, login: 'secret' })).toContain('fence-config');
  });

  it('names none that nothing reads: External Secrets is off, or databases are in the namespace', () => {
    const off = CLONED.replace('deploy: true', 'deploy: false');
    const here = { database: 'development', login: 'mock' } as const;
    expect(secrets(here, off)).toEqual([]);
    const local = CLONED.replace(
      'deploy: true',
      'deploy: true, createLocalK8sSecret: true',
    );
    const names = secrets(here, local);
    expect(names).toContain('brain-mine');
    expect(names.join(' ')).not.toMatch(/-fence-creds|brain-fence/);
  });
});
