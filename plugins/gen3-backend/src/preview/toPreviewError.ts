import {
  InputError,
  isError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  ChartError,
  GitError,
  HelmError,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { isNoSuchRevision } from './isNoSuchRevision';
import { isTroubleOfPortal } from './isTroubleOfPortal';

/** Whether it says that a chart cannot be had. */
export function isChartMissing(error: unknown): error is ChartError | GitError {
  return error instanceof ChartError || error instanceof GitError;
}

/**
 * What somebody who looks at a preview is told when the chart is not rendered.
 *
 * @param options - `isAsked`: the revision of the chart is what the caller asked for, not what config says.
 */
export function toPreviewError(
  error: unknown,
  options: { isAsked?: boolean } = {},
): unknown {
  if (error instanceof HelmError) {
    const message = `The chart does not render with these values: ${error.message}; ${error.fix}`;
    return isTroubleOfPortal(error)
      ? new ServiceUnavailableError(
          `The chart cannot be rendered: ${error.message}; ${error.fix}`,
        )
      : new InputError(message);
  }
  if (isChartMissing(error)) {
    return options.isAsked && isNoSuchRevision(error)
      ? new InputError(error.message)
      : new ServiceUnavailableError(
          `The chart cannot be rendered: ${error.message}`,
        );
  }
  return isError(error) ? error : new Error('unknown', { cause: error });
}
