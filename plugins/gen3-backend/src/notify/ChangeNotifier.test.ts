import { mockServices } from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { ALMA, launchRecord } from '../changes/__testUtils__/changeRecords';
import { ChangeNotifier } from './ChangeNotifier';

/** A notifier, what it sent, and its log. */
function create(given: { failure?: Error } = {}) {
  const sent: NotificationSendOptions[] = [];
  const logger = mockServices.logger.mock();
  const notifier = ChangeNotifier.create({
    notifications: {
      send: async options => {
        if (given.failure) throw given.failure;
        sent.push(options);
      },
    },
    logger,
  });
  return { notifier, sent, logger };
}

const succeeded = launchRecord({
  state: 'succeeded',
  endReason: 'All steps are done: users can log in.',
});

const stuckStep = {
  id: 'workloads',
  state: 'stuck',
  evidence: ['3 of 4 services with all their pods ready'],
  advice: { likely: 'fence crashes.', fix: 'Read its log.' },
} as const;
const stuck = { ...stuckStep, evidence: [...stuckStep.evidence] };

describe('ChangeNotifier', () => {
  it('tells owner and author how a change has ended', async () => {
    const { notifier, sent } = create();
    await notifier.ended(succeeded);
    expect(sent).toEqual([
      {
        recipients: {
          type: 'entity',
          entityRef: ['group:default/heart-team', ALMA],
        },
        payload: {
          title: 'Launch heart.example.org has succeeded',
          description: 'All steps are done: users can log in.',
          link: '/changes/a',
          severity: 'normal',
          topic: 'gen3-changes',
          scope: 'gen3-change:a',
        },
      },
    ]);
  });

  it('does not tell who ended it what they did', async () => {
    const { notifier, sent } = create();
    await notifier.ended({ ...succeeded, state: 'abandoned' }, ALMA);
    expect(sent).toMatchObject([{ recipients: { excludeEntityRef: ALMA } }]);
  });

  it('tells an author who is the owner once', async () => {
    const { notifier, sent } = create();
    await notifier.ended({ ...succeeded, owner: ALMA });
    expect(sent).toMatchObject([{ recipients: { entityRef: [ALMA] } }]);
  });

  it.each([
    ['failed', 'has failed', 'high'],
    ['abandoned', 'was not carried out', 'low'],
  ] as const)('says of one that is %s that it %s', async (state, word, how) => {
    const { notifier, sent } = create();
    await notifier.ended({ ...succeeded, state });
    expect(sent).toMatchObject([
      {
        payload: {
          title: `Launch heart.example.org ${word}`,
          severity: how,
        },
      },
    ]);
  });

  it('tells the author, too, that a proposal waits for them', async () => {
    const { notifier, sent } = create();
    await notifier.stuck(launchRecord(), { ...stuck, id: 'proposed' });
    expect(sent).toMatchObject([
      {
        recipients: { entityRef: ['group:default/heart-team', ALMA] },
        payload: {
          title: 'Launch heart.example.org needs you: Proposed',
          link: '/changes/a',
        },
      },
    ]);
  });

  it('tells the owner alone what is stuck, and what to do', async () => {
    const { notifier, sent } = create();
    await notifier.stuck(launchRecord(), stuck);
    expect(sent).toMatchObject([
      {
        recipients: { entityRef: ['group:default/heart-team'] },
        payload: {
          title: 'Launch heart.example.org needs you: Workloads ready',
          description: 'fence crashes. Read its log.',
          // The same notification as that of the end, which will replace it.
          scope: 'gen3-change:a',
        },
      },
    ]);
  });

  it('keeps a long reason short', async () => {
    const { notifier, sent } = create();
    await notifier.ended({ ...succeeded, endReason: 'x'.repeat(1_000) });
    expect(sent[0]?.payload.description).toHaveLength(400);
  });

  it('says once that the portal has no notifications', async () => {
    const failure = new Error('Failed: Request failed with status 404');
    const { notifier, logger } = create({ failure });
    await notifier.ended(succeeded);
    await notifier.stuck(launchRecord(), stuck);
    expect(logger.info).toHaveBeenCalledTimes(1);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('logs any other failure, and does not fail itself', async () => {
    const failure = new Error('Failed: Request failed with status 500');
    const { notifier, logger } = create({ failure });
    await notifier.ended(succeeded);
    expect(logger.warn).toHaveBeenCalledWith('Nobody was told of a change', {
      change: 'a',
      error: expect.stringContaining('500'),
    });
  });
});
