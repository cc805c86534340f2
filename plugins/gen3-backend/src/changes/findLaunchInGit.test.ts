import {
  createServiceRegistry,
  launchAnswersSchema,
  planLaunch,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { subjectOfPlan, subjectOfValues } from '../preflight/subjectOf';
import { createFakeHost } from './__testUtils__/createFakeHost';
import { createTarget } from './__testUtils__/createTarget';
import { ChangeTargets } from './ChangeTargets';
import { findLaunchInGit } from './findLaunchInGit';

const { signal } = new AbortController();
const registry = createServiceRegistry();

/** A launch of `brain.example.org` into a source. */
function launchInto(source: string) {
  const answers = launchAnswersSchema.parse({
    hostname: 'brain.example.org',
    owner: 'group:default/csoc',
    source,
    cluster: 'organprod',
  });
  const plan = planLaunch(answers, { registry, layout: 'gen3-gitops' });
  return subjectOfPlan(plan, registry);
}

async function find(paths: string[], subject = launchInto('here')) {
  const host = createFakeHost();
  host.paths.push(...paths);
  const targets = ChangeTargets.create({
    targets: [
      createTarget({ id: 'here' }),
      createTarget({ id: 'away', url: 'https://git.example.org/a.git' }),
    ],
    createHost: ({ id }) => (id === 'here' ? host : undefined),
  });
  const fact = await findLaunchInGit({ subject, targets, signal });
  return { fact, asked: host.asked };
}

const nothing = { known: true, value: [] };

describe('findLaunchInGit', () => {
  it.each([
    'organprod/brain.example.org/values.yaml',
    'elsewhere/brain.example.org/old/values.yaml',
  ])('finds %s', async path => {
    const { fact } = await find(['README.md', path]);
    expect(fact).toEqual({
      known: true,
      value: [
        {
          by: 'git',
          what: `"${path}" in https://git.example.org/csoc/gitops.git`,
        },
      ],
    });
  });

  it('does not take one whose name begins or ends the same for it', async () => {
    const { fact } = await find([
      'organprod/brain.example.org.bak/values.yaml',
      'organprod/big-brain.example.org/values.yaml',
    ]);
    expect(fact).toEqual(nothing);
  });

  it('says of a repository that it has no way to that nobody looked into it', async () => {
    const { fact, asked } = await find([], launchInto('away'));
    expect(fact).toEqual({
      known: false,
      why: expect.stringMatching(/no way to .* "away"/),
    });
    expect(asked).toEqual([]);
  });

  it('has nowhere to look for a source that nobody knows, and for a values file', async () => {
    const values = { global: { hostname: 'brain.example.org' } };
    const file = subjectOfValues({ values }, registry);
    expect((await find([], launchInto('nowhere'))).fact).toEqual(nothing);
    expect((await find([], file)).fact).toEqual(nothing);
  });
});
