import type { AuditorService } from '@backstage/backend-plugin-api';
import { NotAllowedError, toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  changeActionSchema,
  type ChangeDetails,
  changesQuerySchema,
  openedChangeSchema,
  type PendingLaunch,
  pendingLaunchesQuerySchema,
  preflightRequestSchema,
  type PreflightResponse,
  previewRequestSchema,
  proposeChangeSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { parseBody, parseQuery } from '@gen3-csoc/backstage-plugin-gen3-node';
import { json, type Request, type Response, type Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import type { z } from 'zod';
import type { EditOptionsService } from '../edits/EditOptionsService';
import { entityRefOf } from '../entityRefOf';
import type { PreflightCaller } from '../preflight/PreflightService';
import type { PreviewService } from '../preview/PreviewService';
import { signalOf } from '../signalOf';
import type { AuthorizeChange } from '../authorizeChange';
import { refuseSecretsIn } from './refuseSecrets';
import type { ChangeService } from './ChangeService';
import type { ProposeService } from './ProposeService';

/** The values of a large commons, as JSON writes them. */
const MAX_BODY_BYTES = 6_000_000;

/** What the routes of changes answer with. */
export interface ChangesRouterOptions {
  authorize: AuthorizeChange;
  auditor: AuditorService;
  preflight: {
    check(
      request: z.output<typeof preflightRequestSchema>,
      caller: PreflightCaller,
    ): Promise<PreflightResponse>;
  };
  preview: Pick<PreviewService, 'preview'>;
  proposals: Pick<ProposeService, 'propose' | 'dryRun'>;
  editOptions: Pick<EditOptionsService, 'get'>;
  /** Commons of a source that are on their way. */
  listLaunches: (source: string) => Promise<PendingLaunch[]>;
  changes: Pick<
    ChangeService,
    | 'page'
    | 'get'
    | 'proposed'
    | 'open'
    | 'opened'
    | 'approve'
    | 'merge'
    | 'close'
  >;
}

/** Preflight and changes, described at `/openapi.json`. */
export function createChangesRouter(options: ChangesRouterOptions): Router {
  const {
    authorize,
    auditor,
    preflight,
    preview,
    proposals,
    editOptions,
    listLaunches,
    changes,
  } = options;
  const router = createPromiseRouter();
  router.use(json({ limit: MAX_BODY_BYTES }));

  router.get('/commons/:namespace/:name/edit-options', async (req, res) => {
    const { access } = await authorize(req, 'propose');
    const caller = { access, signal: signalOf(res) };
    res.json(await editOptions.get(entityRefOf(req), caller));
  });

  router.post('/preflight', async (req, res) => {
    const { access } = await authorize(req, 'propose');
    const request = parseAnswers(preflightRequestSchema, req.body);
    res.json(await preflight.check(request, { access, signal: signalOf(res) }));
  });

  router.post('/preview', async (req, res) => {
    const { access } = await authorize(req, 'propose');
    const request = parseAnswers(previewRequestSchema, req.body);
    const signal = signalOf(res);
    res.json(await preview.preview(request, { access, signal }));
  });

  router.get('/changes', async (req, res) => {
    const { access } = await authorize(req, 'read');
    const query = parseQuery(changesQuerySchema, req.query);
    res.json(await changes.page(query, access));
  });

  router.get('/launches', async (req, res) => {
    const { userRef } = await authorize(req, 'read');
    if (userRef !== undefined) {
      throw new NotAllowedError(
        'Only plugins of the portal ask for launches; people ask for changes',
      );
    }
    const { source } = parseQuery(pendingLaunchesQuerySchema, req.query);
    res.json({ items: await listLaunches(source) });
  });

  router.get('/changes/:id', async (req, res) => {
    const caller = await authorize(req, 'read');
    res.json(await changes.get(req.params.id, caller));
  });

  router.post('/changes', async (req, res) => {
    const details = await audited(
      req,
      { eventId: 'change-propose' },
      async () => {
        const caller = await authorize(req, 'propose');
        const request = parseAnswers(proposeChangeSchema, req.body);
        const signal = signalOf(res);
        const { id } = await proposals.propose(request, caller, { signal });
        return changes.proposed(id, caller);
      },
    );
    res.status(201).json(details);
  });

  router.post('/changes/dry-run', async (req, res) => {
    const caller = await authorize(req, 'propose');
    const request = parseAnswers(proposeChangeSchema, req.body);
    const signal = signalOf(res);
    res.json(await proposals.dryRun(request, caller, { signal }));
  });

  router.post('/changes/:id/open', async (req, res) => {
    const { id } = req.params;
    const open = async () => {
      const caller = await authorize(req, 'propose');
      return changes.open(id, caller, { signal: signalOf(res) });
    };
    res.json(await audited(req, { eventId: 'change-open', id }, open));
  });

  router.post('/changes/:id/opened', async (req, res) => {
    const { id } = req.params;
    const write = async () => {
      const caller = await authorize(req, 'propose');
      const { url } = parseAnswers(openedChangeSchema, req.body);
      return changes.opened(id, caller, { url });
    };
    res.json(await audited(req, { eventId: 'change-opened', id }, write));
  });

  for (const action of ['approve', 'merge', 'close'] as const) {
    router.post(
      `/changes/:id/${action}`,
      async (req: Request, res: Response) => {
        const { id } = req.params;
        const details = await audited(
          req,
          { eventId: `change-${action}`, id },
          async note => {
            const caller = await authorize(req, 'read');
            const { reason } = parseAnswers(changeActionSchema, req.body ?? {});
            if (reason) note({ reason });
            return changes[action](id, caller, {
              reason,
              signal: signalOf(res),
            });
          },
        );
        res.json(details);
      },
    );
  }

  return router;

  /** Every write is audited, whatever comes of it, with what it notes: what somebody sent is noted once it was looked at for secrets. */
  async function audited(
    request: Request,
    { eventId, id }: { eventId: string; id?: string },
    write: (note: (meta: JsonObject) => void) => Promise<ChangeDetails>,
  ): Promise<ChangeDetails> {
    let noted: JsonObject | undefined;
    const event = await auditor.createEvent({
      eventId,
      request,
      severityLevel: 'medium',
      meta: id === undefined ? {} : { change: id },
    });
    try {
      const details = await write(meta => {
        noted = meta;
      });
      const { title, state, entityRef } = details;
      await event.success({
        meta: { change: details.id, title, state, entityRef, ...noted },
      });
      return details;
    } catch (error) {
      await event.fail({
        error: toError(error),
        ...(noted ? { meta: noted } : {}),
      });
      throw error;
    }
  }
}

/** What is made of a request repeats parts of it: one with a secret gets no further. */
function parseAnswers<T extends z.ZodType>(
  schema: T,
  body: unknown,
): z.output<T> {
  refuseSecretsIn(body);
  return parseBody(schema, body);
}
