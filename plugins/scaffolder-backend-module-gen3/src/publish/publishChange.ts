import { ConflictError, stringifyError } from '@backstage/errors';
import type {
  ChangeDetails,
  RepositoryHost,
  ReviewHost,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  Gen3ChangesClient,
  RequestOptions,
} from '../client/Gen3ChangesClient';
import { ownSignal } from '../client/ownSignal';
import { isBranchFound, notOpened } from './notOpened';
import { reportOpened, type Wait } from './reportOpened';
import type { OpenPullRequest, StepContext } from './types';

/** On whose behalf it is done, and what becomes of a change whose pull request cannot be opened. */
export interface Publishing {
  context: StepContext;
  asked: RequestOptions;
  /** `give up`: its commons is free for another one. `keep`: its author may try again. */
  whenRefused: 'give up' | 'keep';
}

/** Opens the pull request of a change, where it needs one; resolves to the change as it is then. */
export type PublishChange = (
  change: ChangeDetails,
  by: Publishing,
) => Promise<ChangeDetails>;

/** What publishing needs. */
export interface PublishOptions {
  client: Pick<Gen3ChangesClient, 'opened' | 'close'>;
  open: OpenPullRequest;
  /** @defaultValue a timer */
  wait?: Wait;
}

/**
 * Opens the pull request of a change that is reviewed where its repository is, and tells the portal where. When it cannot be opened, the change is
 * given up or kept, as is asked for; one whose branch was at the host before is kept, because its pull request may be open there. When it is open
 * and the portal cannot be told, the change is left as it is: the files are at the host, and the commons is not free.
 *
 * @returns the change as it is then; one that is reviewed in the portal, or waits for others, is as it was.
 * @throws what the action of the host throws; ForwardedError with what to do when the change is kept, and with the page when the portal cannot be
 * told; ConflictError when the portal says nothing to open.
 */
export async function publishChange(
  change: ChangeDetails,
  options: PublishOptions & Publishing,
): Promise<ChangeDetails> {
  const { pullRequest } = change;
  if (!pullRequest) {
    const isProposed = change.host === 'local' || change.state !== 'proposing';
    if (isProposed || change.waits) return change;
    throw new ConflictError(
      `"${change.title}" (${change.id}) is to be reviewed at ${change.host}, and the portal gave no files for its pull request: close it, and propose it anew`,
    );
  }
  const url = await openOrGiveUp({ ...change, pullRequest }, options);
  return reportOpened(change, { ...options, url });
}

async function openOrGiveUp(
  change: ChangeDetails & Required<Pick<ChangeDetails, 'pullRequest'>>,
  { client, open, context, asked, whenRefused }: PublishOptions & Publishing,
): Promise<string> {
  const { pullRequest, id, branch, title, description } = change;
  try {
    // Not every action of a host looks at it.
    asked.signal?.throwIfAborted();
    return await open(
      {
        ...pullRequest,
        host: repositoryHost(change.host),
        branch,
        title,
        description,
        files: pullRequest.files.map(({ path, after }) => ({
          path,
          content: after,
        })),
      },
      context,
    );
  } catch (error) {
    if (whenRefused === 'keep' || isBranchFound(error)) {
      throw notOpened(change, error);
    }
    const reason = 'Its pull request could not be opened';
    // Not the signal of the task: it may be why this is done.
    const by = { ...asked, signal: ownSignal.cleanUp() };
    await client
      .close(id, { reason }, by)
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
