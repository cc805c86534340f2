import {
  launchAnswersSchema,
  type LaunchField,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { findSecrets, type SecretInValues } from '../secrets/findSecrets';
import { SECRET_KINDS } from '../secrets/secretKinds';
import type { PreflightCheck, Problem } from '../types';

/** More than these nobody reads before the first are gone. */
const MAX_SHOWN = 20;

/**
 * Values go to git, where everybody who reads the repository reads them, and where they stay. The chart takes names of secrets instead:
 * `externalSecrets` of each sub-chart (`gen3-helm:docs/external_secrets.md`, `gen3-helm:helm/fence/values.yaml`).
 */
export const secretsInline: PreflightCheck = {
  id: 'secrets-inline',
  title: 'Values name secrets and hold none',
  run({ subject }) {
    const inAnswers = findSecrets(subject.plan?.answers).map(found => ({
      ...toProblem(found, 'The answer'),
      field: fieldOf(found.path),
    }));
    // Values of a plan come from its answers: the same secret would be told twice.
    const problems: Problem[] =
      inAnswers.length > 0
        ? inAnswers
        : findSecrets(subject.values).map(found => ({
            ...toProblem(found, 'The value'),
            key: found.path,
          }));
    const others = problems.slice(MAX_SHOWN);
    if (others.length === 0) return problems;
    return [
      ...problems.slice(0, MAX_SHOWN),
      {
        severity: 'error',
        what: `There are ${others.length} more secrets in these values`,
        why: 'They can be read by everybody who can read the repository.',
        fix: 'Take the secrets above out first, and check again',
        about: others.flatMap(({ about = [] }) => about),
      },
    ];
  },
};

function toProblem({ path, kind, lines }: SecretInValues, thing: string) {
  const where = lines.length > 0 ? `, in ${describeLines(lines)}` : '';
  return {
    severity: 'error',
    what: `${thing} ${path} holds ${SECRET_KINDS[kind]}${where}`,
    why: 'A secret in git can be read by everybody who can read the repository, now and in its history.',
    fix: 'Take it out, put it into the secret store and name the secret here (externalSecrets of the service). If it was shown to anybody, replace it by a new one',
    // Lines move with the text around them, so they are only counted.
    about: (lines.length > 0 ? lines : [0]).map(
      (_, index) => `${path}: ${kind} ${index}`,
    ),
  } as const;
}

function describeLines(lines: number[]): string {
  if (lines.length === 1) return `line ${lines[0]}`;
  const rest = lines.length > 5 ? ' …' : '';
  return `lines ${lines.slice(0, 5).join(', ')}${rest}`;
}

function fieldOf(path: string): LaunchField | undefined {
  const name = launchAnswersSchema.keyof().safeParse(path.split('.')[0]);
  return name.success ? name.data : undefined;
}
