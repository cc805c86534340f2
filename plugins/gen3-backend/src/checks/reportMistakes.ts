import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Check } from './types';

/**
 * Logs the first error that one of the checks of a round throws: what a commons does is a result, so an error is a mistake of
 * the portal's. The others of the round most likely have the same reason.
 */
export function reportMistakes(options: {
  checks: Check[];
  hostname: string;
  logger: LoggerService;
}): Check[] {
  const { checks, hostname, logger } = options;
  let isReported = false;
  const report = (checkId: string, error: unknown) => {
    if (!isReported) {
      isReported = true;
      logger.error('Check failed by a mistake of the portal', {
        hostname,
        checkId,
        error: stringifyError(error),
      });
    }
  };
  return checks.map(check => ({
    ...check,
    async run(run) {
      try {
        return await check.run(run);
      } catch (error) {
        report(check.id, error);
        throw error;
      }
    },
  }));
}
