import {
  createServiceRegistry,
  launchAnswersSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { createTarget } from '../changes/__testUtils__/createTarget';
import { FOUR_ANSWERS, NO_FACTS } from './__testUtils__/runCheck';
import { PreflightService } from './PreflightService';

const answers = launchAnswersSchema.parse({
  ...FOUR_ANSWERS,
  database: 'managed',
  databaseSecret: 'master',
});

const ROLE = {
  global: {
    dev: true,
    aws: { secretStoreServiceAccount: { enabled: true, roleArn: 'arn:x' } },
  },
};

const create = (given: Parameters<typeof createTarget>[0] = {}) =>
  PreflightService.create({
    registry: createServiceRegistry(),
    targets: { find: () => createTarget(given) },
    gatherFacts: async () => NO_FACTS,
  });

const signal = new AbortController().signal;

describe('PreflightService', () => {
  it('plans with the values that a source has for all its commons', () => {
    expect(create({ values: ROLE }).plan(answers).values).toMatchObject({
      global: {
        aws: ROLE.global.aws,
        hostname: answers.hostname,
        // What the launch says wins.
        dev: false,
      },
    });
  });

  it('does not warn of what a source has for all its commons', async () => {
    const idsOf = async (service: PreflightService) => {
      const caller = { access: undefined, signal };
      const { findings } = await service.check({ answers }, caller);
      return findings.map(({ id }) => id);
    };
    expect(await idsOf(create())).toContain('secret-store');
    expect(await idsOf(create({ values: ROLE }))).not.toContain('secret-store');
  });

  it('says what would be written, and by whose layout', async () => {
    const { summary, checks } = await create({ layout: 'biocommons' }).check(
      { answers },
      { access: undefined, signal },
    );
    expect(summary).toMatchObject({
      layout: 'biocommons',
      database: 'managed',
      files: expect.arrayContaining([
        expect.stringMatching(/gen3-values\.yaml$/),
      ]),
    });
    expect(new Set(checks.map(({ outcome }) => outcome))).toContain('not-run');
  });

  it.each([
    ['no YAML', 'a: [b', /is not YAML \(line/],
    ['no map', '- a', /no map of values/],
  ])('refuses a values file that is %s', async (_, values, message) => {
    await expect(
      create().check({ values }, { access: undefined, signal }),
    ).rejects.toThrow(message);
  });
});
