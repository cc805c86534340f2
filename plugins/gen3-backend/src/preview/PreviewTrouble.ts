import type { LoggerService } from '@backstage/backend-plugin-api';
import { redactUrls } from '@gen3-csoc/backstage-plugin-gen3-node';
import type { LaunchChart } from '../launch/types';

/**
 * Tells operators why previews have no objects: the portal has no helm, or cannot get at a chart. Once for each reason, because a form asks for a
 * preview at each change of an answer.
 */
export class PreviewTrouble {
  readonly #logger: Pick<LoggerService, 'warn'>;
  /** The reason that was told last, by the repository of the chart. */
  readonly #told = new Map<string, string>();

  private constructor(options: { logger: Pick<LoggerService, 'warn'> }) {
    this.#logger = options.logger;
  }

  static create(options: {
    logger: Pick<LoggerService, 'warn'>;
  }): PreviewTrouble {
    return new PreviewTrouble(options);
  }

  report({ repoUrl }: LaunchChart, reason: string): void {
    if (this.#told.get(repoUrl) === reason) return;
    this.#told.set(repoUrl, reason);
    this.#logger.warn('The objects of a preview cannot be rendered', {
      repository: redactUrls(repoUrl),
      reason,
    });
  }

  /** It can be rendered again: the next time that it cannot is told, too. */
  forget({ repoUrl }: LaunchChart): void {
    this.#told.delete(repoUrl);
  }
}
