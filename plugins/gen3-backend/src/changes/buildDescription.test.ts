import {
  createServiceRegistry,
  launchAnswersSchema,
  planLaunch,
  type PreflightFinding,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { ALMA } from './__testUtils__/changeRecords';
import { buildDescription } from './buildDescription';

const HOSTILE =
  '![x](https://evil.example/y) <script> @everyone `z`\n# Approved';

function finding(
  severity: PreflightFinding['severity'],
  given: Partial<PreflightFinding> = {},
): PreflightFinding {
  return {
    id: 'portal-memory',
    severity,
    where: {},
    what: 'The portal asks for 4 GiB',
    why: 'No node has them',
    fix: 'Take a prebuilt image',
    ...given,
  };
}

function describeLaunch(
  given: {
    title?: string;
    reason?: string;
    text?: string;
    cloneOf?: string;
  } = {},
) {
  const { title, reason = 'The nodes are large', text = 'is well' } = given;
  const answers = launchAnswersSchema.parse({
    hostname: 'heart.example.org',
    title,
    owner: 'group:default/heart-team',
    source: 'gitops',
    cluster: 'organprod',
    release: '2026.10',
    ...(given.cloneOf && {
      mode: 'clone',
      cloneOf: given.cloneOf,
      cloned: { values: {}, leftOut: [] },
    }),
  });
  const registry = createServiceRegistry();
  return buildDescription({
    plan: planLaunch(answers, { registry, layout: 'plain' }),
    author: ALMA,
    secrets: ['organprod-fence-creds'],
    accepted: [{ ...finding('warning'), where: undefined, by: ALMA, reason }],
    findings: [finding('warning'), finding('info', { what: text, fix: text })],
    notRun: [`The certificate fits: ${text}`],
  });
}

describe('buildDescription', () => {
  it('says of which commons a clone has its values', () => {
    expect(describeLaunch({ cloneOf: 'kidney.example.org' })).toContain(
      '* Begins with the values of `kidney.example.org`',
    );
    expect(describeLaunch()).not.toContain('Begins with');
  });

  it('tells a reviewer what is proposed, and what somebody answers for', () => {
    const lines = describeLaunch({ title: 'Heart' }).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'Launches `heart.example.org` (`Heart`) as a production commons, proposed by `user:default/alma`.',
        '* Cluster `organprod`, namespace `heart-example-org`',
        '* Release `2026.10`',
        '* **portal-memory**: The portal asks for 4 GiB. Accepted by `user:default/alma`: `The nodes are large`',
        '* Secret `organprod-fence-creds`',
        '* is well. is well.',
        '* The certificate fits: is well',
      ]),
    );
  });

  it('leaves out what there is nothing of', () => {
    const plan = planLaunch(
      launchAnswersSchema.parse({
        hostname: 'heart.example.org',
        owner: 'group:default/heart-team',
        source: 'gitops',
        cluster: 'organprod',
      }),
      { registry: createServiceRegistry(), layout: 'plain' },
    );
    const nothing = { secrets: [], accepted: [], findings: [], notRun: [] };
    const text = buildDescription({ plan, author: ALMA, ...nothing });
    expect(text).not.toContain('##');
    expect(text).toContain("Release `the chart's own tags`");
  });

  it.each([
    ['the title', { title: HOSTILE.replace('\n', ' ') }],
    ['a reason', { reason: HOSTILE }],
    ['a sentence of preflight', { text: HOSTILE }],
  ])('lets nobody write markup with %s', (_, given) => {
    const text = describeLaunch(given);
    const outsideOfCode = text.replace(/`[^`\n]*`/g, '');
    expect(outsideOfCode).not.toMatch(/^# Approved|\]\(https?:\/\/|<script>/m);
    expect(outsideOfCode).not.toMatch(/(?<!\\)[[<]|@everyone/);
    expect(text.match(/^#+ .*/gm)).toEqual([
      '## Accepted',
      '## Must be there before Argo CD applies it',
      '## Good to know',
      '## Could not be checked',
    ]);
  });
});
