import { stringifyError } from '@backstage/errors';
import type {
  ChangeDetails,
  RepositoryHost,
  ReviewHost,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  Gen3ChangesClient,
  RequestOptions,
} from '../client/Gen3ChangesClient';
import type { OpenPullRequest, StepContext } from './types';

/** Opens the pull request of a change, where it needs one; resolves to the change as it is then. */
export type PublishChange = (
  change: ChangeDetails,
  by: { context: StepContext; asked: RequestOptions },
) => Promise<ChangeDetails>;

/** What publishing needs. */
export interface PublishOptions {
  client: Pick<Gen3ChangesClient, 'opened' | 'close'>;
  open: OpenPullRequest;
}

/**
 * Opens the pull request of a change that is reviewed where its repository is, and tells the portal where. When that fails, the change is
 * given up, so that its commons is free for another one.
 *
 * @returns the change as it is then; one that is reviewed in the portal is as it was.
 * @throws what the action of the host throws.
 */
export async function publishChange(
  change: ChangeDetails,
  options: PublishOptions & { context: StepContext; asked: RequestOptions },
): Promise<ChangeDetails> {
  const { client, open, context, asked } = options;
  const { pullRequest, id, branch, title, description } = change;
  if (!pullRequest) return change;
  try {
    const url = await open(
      {
        ...pullRequest,
        host: repositoryHost(change.host),
        branch,
        title,
        description,
        files: change.files.map(({ path, after }) => ({
          path,
          content: after,
        })),
      },
      context,
    );
    return await client.opened(id, { url }, asked);
  } catch (error) {
    await client
      .close(id, { reason: 'Its pull request could not be opened' }, asked)
      .catch(failure =>
        context.logger.warn(
          `The change ${id} could not be given up, and keeps others of its commons out for an hour: ${stringifyError(
            failure,
          )}`,
        ),
      );
    throw error;
  }
}

function repositoryHost(host: ReviewHost): RepositoryHost {
  if (host !== 'local') return host;
  throw new Error(`There is no way to open a pull request at "${host}"`);
}
