import {
  createServiceRegistry,
  launchAnswersSchema,
  planLaunch,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  checkAnswers,
  checkValues,
  FOUR_ANSWERS,
  NO_FACTS,
} from '../__testUtils__/runCheck';
import { subjectOfPlan } from '../subjectOf';
import { kubernetesNames } from './kubernetesNames';

const hostnameOf = (length: number) =>
  `${'a'.repeat(40)}.${'b'.repeat(length - 45)}.org`;

describe('kubernetes-names', () => {
  it('is content with usual names', () => {
    expect(checkAnswers(kubernetesNames, {}).outcome).toBe('passed');
    expect(checkValues(kubernetesNames, '{}').outcome).toBe('passed');
  });

  it('refuses a hostname that is no label, as pods have it as one', () => {
    const namespace = 'brain';
    const check = (length: number) =>
      checkAnswers(kubernetesNames, {
        hostname: hostnameOf(length),
        namespace,
      });
    expect(check(63).outcome).toBe('passed');
    expect(check(64).findings).toMatchObject([
      {
        severity: 'error',
        where: { field: 'hostname', key: 'global.hostname' },
        what: 'The hostname has 64 characters',
      },
    ]);
  });

  it.each([
    ['Brain', 'error', 'is not made of lower-case letters'],
    ['brain.dev', 'error', 'is not made of lower-case letters'],
    ['-brain', 'error', 'is not made of lower-case letters'],
    ['b'.repeat(64), 'error', 'has 64 characters'],
    ['kube-system', 'error', 'belongs to Kubernetes'],
    ['argocd', 'error', 'belongs to Argo CD'],
    ['default', 'warning', 'names no namespace'],
  ])('finds fault with the namespace %s', (namespace, severity, words) => {
    expect(checkAnswers(kubernetesNames, { namespace }).findings).toMatchObject(
      [
        {
          severity,
          where: { field: 'namespace' },
          what: expect.stringContaining(words),
        },
      ],
    );
  });

  it('leaves room for the namespace of workspaces', () => {
    const check = (length: number, services: string[]) =>
      checkAnswers(kubernetesNames, {
        namespace: 'b'.repeat(length),
        services,
      });
    expect(check(50, ['hatchery']).outcome).toBe('passed');
    expect(check(51, []).outcome).toBe('passed');
    expect(check(51, ['hatchery']).findings).toMatchObject([
      {
        severity: 'error',
        where: { field: 'namespace', key: 'hatchery.jupyterNamespace' },
        what: expect.stringContaining('has 64 characters'),
        fix: expect.stringContaining('at most 50 characters'),
      },
    ]);
  });

  it('takes the namespace of workspaces that values name', () => {
    const check = (name: string) =>
      checkValues(
        kubernetesNames,
        `hatchery: { enabled: true, jupyterNamespace: ${name} }`,
        { namespace: 'b'.repeat(51) },
      );
    expect(check('workspaces').outcome).toBe('passed');
    expect(check('Workspaces').findings).toMatchObject([
      { severity: 'error', where: { key: 'hatchery.jupyterNamespace' } },
    ]);
  });

  it('refuses a release that Helm would', () => {
    const registry = createServiceRegistry();
    const plan = planLaunch(launchAnswersSchema.parse(FOUR_ANSWERS), {
      registry,
      layout: 'gen3-gitops',
    });
    const answerTo = (releaseName: string) =>
      kubernetesNames.run({
        subject: subjectOfPlan({ ...plan, releaseName }, registry),
        facts: NO_FACTS,
        registry,
      });
    expect(answerTo('b'.repeat(53))).toEqual([]);
    expect(answerTo('b'.repeat(54))).toMatchObject([
      { severity: 'error', field: 'hostname' },
    ]);
  });

  it('leaves a hostname that is none to the check of its syntax', () => {
    const hostname = `${'-'.repeat(70)}`;
    expect(
      checkAnswers(kubernetesNames, { hostname, namespace: 'brain' }).outcome,
    ).toBe('passed');
  });
});
