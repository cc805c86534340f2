import { quote } from '../quote';
import type { PreflightCheck } from '../types';
import { textAt } from '../valueAt';

/** Of secrets in AWS Secrets Manager, whose names External Secrets is given. */
const SECRET = /^[A-Za-z0-9/_+=.@-]{1,512}$/;

/** It becomes a part of names of secrets, roles and queues of AWS: what all of these take. */
const ENVIRONMENT = /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/;

/** The proxies put a scheme before it (`gen3-helm:helm/aws-es-proxy/templates/deployment.yaml`). */
const HOST =
  /^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$/;

/** A name that another system has to take. */
interface NameOutside {
  key: string;
  /** What it is, for people. */
  what: string;
  pattern: RegExp;
  why: string;
  fix: string;
}

const ofSecret = (key: string, what: string): NameOutside => ({
  key,
  what,
  pattern: SECRET,
  why: 'No secret can have that name in AWS Secrets Manager, so External Secrets never finds it, and what needs it does not start.',
  fix: 'Write letters, digits and /_+=.@-',
});

const ofEndpoint = (proxy: string): NameOutside => ({
  key: `${proxy}.esEndpoint`,
  what: `The search engine of ${proxy}`,
  pattern: HOST,
  why: 'The proxy asks a host of that name, finds none, and every search fails.',
  fix: 'Write the host of the domain, without https:// and without a path',
});

const NAMES: readonly NameOutside[] = [
  {
    key: 'global.environment',
    what: 'The environment',
    pattern: ENVIRONMENT,
    why: 'Names of secrets, roles and queues of AWS begin with it, and AWS does not take them.',
    fix: 'Write 1 to 63 letters, digits, dashes and underscores',
  },
  ofSecret(
    'global.postgres.externalSecret',
    "The secret of the database's master",
  ),
  ofSecret(
    'fence.externalSecrets.fenceConfig',
    "The secret of fence's configuration",
  ),
  ofEndpoint('aws-es-proxy'),
  ofEndpoint('aws-sigv4-proxy'),
];

/** Names that mean something outside of the cluster are such as can be there. Whether it is there, nobody asks. */
export const namesOutside: PreflightCheck = {
  id: 'names-outside',
  title: 'Names of what is outside of the cluster can be names',
  run({ subject: { values } }) {
    return NAMES.flatMap(({ key, what, pattern, why, fix }) => {
      const name = textAt(values, key);
      if (name === undefined || name === '' || pattern.test(name)) return [];
      return [
        {
          severity: 'error' as const,
          key,
          what: `${what}, ${quote(name)}, cannot be a name of one`,
          why,
          fix,
        },
      ];
    });
  },
};
