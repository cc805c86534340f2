import type { LaunchAnswers } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { CloneReader } from './clone/CloneReader';
import type { ChangesRouterOptions } from './changes/createChangesRouter';

type Asked = Pick<ChangesRouterOptions, 'preflight' | 'preview' | 'proposals'>;

/** Preflight, previews and proposals that see the values of the commons that a launch clones: read anew each time, so that what is proposed is what git holds. */
export function takeClones(
  clones: Pick<CloneReader, 'fill'>,
  { preflight, preview, proposals }: Asked,
): Asked {
  const fill = async <T extends object>(
    request: T | (T & { answers: LaunchAnswers }),
    by: Parameters<CloneReader['fill']>[1],
  ) =>
    'answers' in request
      ? { ...request, answers: await clones.fill(request.answers, by) }
      : request;
  return {
    preflight: {
      check: async (request, caller) =>
        preflight.check(await fill(request, caller), caller),
    },
    preview: {
      preview: async (request, caller) =>
        preview.preview(await fill(request, caller), caller),
    },
    proposals: {
      propose: async (request, caller, { signal }) =>
        proposals.propose(
          await fill(request, { access: caller.access, signal }),
          caller,
          { signal },
        ),
      dryRun: async (request, caller, { signal }) =>
        proposals.dryRun(
          await fill(request, { access: caller.access, signal }),
          caller,
          { signal },
        ),
    },
  };
}
