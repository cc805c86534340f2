import type { CloneReader } from './clone/CloneReader';
import type { ChangesRouterOptions } from './changes/createChangesRouter';

type Asked = Pick<ChangesRouterOptions, 'preflight' | 'preview' | 'proposals'>;

/** Preflight, previews and proposals that see the values of the commons that a launch clones: read anew each time, so that what is proposed is what git holds. */
export function takeClones(
  clones: Pick<CloneReader, 'fill'>,
  { preflight, preview, proposals }: Asked,
): Asked {
  return {
    preflight: {
      check: async (request, caller) =>
        preflight.check(
          'answers' in request
            ? { answers: await clones.fill(request.answers, caller) }
            : request,
          caller,
        ),
    },
    preview: {
      preview: async (request, caller) =>
        preview.preview(
          'answers' in request
            ? { answers: await clones.fill(request.answers, caller) }
            : request,
          caller,
        ),
    },
    proposals: {
      propose: async (request, caller, { signal }) => {
        const { access } = caller;
        return proposals.propose(
          request.kind === 'launch'
            ? {
                ...request,
                answers: await clones.fill(request.answers, { access, signal }),
              }
            : request,
          caller,
          { signal },
        );
      },
    },
  };
}
