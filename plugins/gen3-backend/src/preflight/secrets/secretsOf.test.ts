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
    expect(names).toEqual(
      expect.arrayContaining(['brain-jwt', 'brain-manifests', 'master']),
    );
    expect(names).not.toContain('brain-cedar');
  });

  it('takes the name that the values give to the secret of a database for the one that the chart makes up', () => {
    const names = secrets(managed, CLONED);
    expect(names).toContain('brain-fence');
    expect(names.join(' ')).not.toMatch(/\S-fence-creds/);
  });

  it('names none that nothing reads: External Secrets is off, or databases are in the namespace', () => {
    const off = CLONED.replace('deploy: true', 'deploy: false');
    const here = { database: 'development', login: 'mock' } as const;
    expect(secrets(here, off)).toEqual([]);
    const local = CLONED.replace(
      'deploy: true',
      'deploy: true, createLocalK8sSecret: true',
    );
    expect(secrets(here, local)).toEqual(['brain-jwt', 'brain-manifests']);
  });
});
