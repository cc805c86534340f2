import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import type { ChangeRecord } from '../changes/ChangeRecord';
import type { StepSight } from '../changes/follow/LaunchSight';
import { describeEnd, describeTrouble } from './describeNews';

/** The plugin answers so when the portal does not have it; its service ref is there all the same. */
const NOT_INSTALLED = /status 404\b/;

/** Tells people of changes. Never rejects: a change goes on whoever hears of it. */
export interface ChangeNews {
  /**
   * Its owner and its author are told.
   *
   * @param by - entity reference of who ended it, who knows already.
   */
  ended(record: ChangeRecord, by?: string): Promise<void>;
  /** Its owner is told that a step needs somebody, and its author of a proposal that waits for them. */
  stuck(record: ChangeRecord, step: StepSight): Promise<void>;
}

/**
 * {@link ChangeNews} through Backstage's notifications, where the portal has them. All notifications of one change have one scope, so a person has one
 * of each change, which says how it is by now.
 */
export class ChangeNotifier implements ChangeNews {
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;
  #hasToldOfAbsence = false;

  private constructor(options: {
    notifications: NotificationService;
    logger: LoggerService;
  }) {
    this.#notifications = options.notifications;
    this.#logger = options.logger;
  }

  static create(options: {
    notifications: NotificationService;
    logger: LoggerService;
  }): ChangeNotifier {
    return new ChangeNotifier(options);
  }

  async ended(record: ChangeRecord, by?: string): Promise<void> {
    const { owner, author } = record;
    await this.#send(record, {
      recipients: {
        entityRef: [...new Set([owner, author])],
        ...(by === undefined ? {} : { excludeEntityRef: by }),
      },
      ...describeEnd(record),
    });
  }

  async stuck(record: ChangeRecord, step: StepSight): Promise<void> {
    const { owner, author } = record;
    await this.#send(record, {
      recipients: {
        entityRef:
          step.id === 'proposed' ? [...new Set([owner, author])] : [owner],
      },
      ...describeTrouble(record, step),
    });
  }

  async #send(
    { id }: ChangeRecord,
    news: {
      recipients: { entityRef: string[]; excludeEntityRef?: string };
    } & Pick<
      NotificationSendOptions['payload'],
      'title' | 'description' | 'severity'
    >,
  ): Promise<void> {
    const { recipients, ...said } = news;
    try {
      await this.#notifications.send({
        recipients: { type: 'entity', ...recipients },
        payload: {
          ...said,
          link: `/changes/${encodeURIComponent(id)}`,
          topic: 'gen3-changes',
          scope: `gen3-change:${id}`,
        },
      });
    } catch (error) {
      this.#complain(id, stringifyError(error));
    }
  }

  #complain(change: string, error: string): void {
    if (!NOT_INSTALLED.test(error)) {
      this.#logger.warn('Nobody was told of a change', { change, error });
      return;
    }
    if (this.#hasToldOfAbsence) return;
    this.#hasToldOfAbsence = true;
    this.#logger.info(
      'The portal has no notifications plugin, so nobody is told how changes end',
    );
  }
}
