import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import type {
  ChangeDetails,
  DryRunChange,
  PreflightFinding,
  PreflightResponse,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { json, type Request, type RequestHandler, Router } from 'express';

/** What the fake was asked: path, body, and who asked. */
export interface AskedOfGen3 {
  path: string;
  body: unknown;
  user: string | undefined;
}

const AT = '2026-11-29T08:00:00.000Z';

const summary: PreflightResponse['summary'] = {
  hostname: 'dev.brain.example.org',
  tier: 'development',
  cluster: 'organnonprod',
  namespace: 'dev-brain-example-org',
  environment: 'organnonprod',
  layout: 'gen3-gitops',
  database: 'development',
  login: 'mock',
  services: [],
  secrets: [],
  suggestedSecrets: { databaseSecret: [], fenceConfigSecret: [] },
  files: ['organnonprod/dev.brain.example.org/values/values.yaml'],
};

const tried: DryRunChange = {
  title: 'Launch dev.brain.example.org',
  hostname: 'dev.brain.example.org',
  entityRef: 'system:default/dev.brain.example.org',
  files: ['organnonprod/dev.brain.example.org/values/values.yaml'],
};

const change: ChangeDetails = {
  id: 'c0ffee00',
  kind: 'launch',
  state: 'open',
  title: 'Launch dev.brain.example.org',
  hostname: 'dev.brain.example.org',
  entityRef: 'system:default/dev.brain.example.org',
  source: 'demo-gitops',
  author: 'user:default/alma-reyes',
  owner: 'group:default/csoc',
  createdAt: AT,
  updatedAt: AT,
  branch: 'launch/dev.brain.example.org-c0ffee00',
  host: 'local',
  description: 'A launch.',
  steps: [],
  files: [],
  accepted: [],
  approvals: [],
  may: { approve: false, merge: false, close: true },
};

/** A change at a host whose wave has come, as its author gets it to open it. */
const toOpen: ChangeDetails = {
  ...change,
  state: 'proposing',
  host: 'github',
  waits: { for: ['c0ffee01'], turn: 'author' },
  pullRequest: {
    repository: 'https://github.com/org/gitops',
    base: 'main',
    message: 'Launch dev.brain.example.org',
    author: { name: 'Alma', email: 'alma@example.org' },
    files: [],
  },
};

/**
 * A gen3 backend that finds what it is told to find and remembers what it was asked.
 *
 * @example
 * const { plugin, asked } = createFakeGen3Plugin();
 */
export function createFakeGen3Plugin(
  options: {
    findings?: PreflightFinding[];
    /** Page of the pull request of a change that is to be opened: it is open already. */
    openAt?: string;
    /** Refuses changes so. */
    refusal?: { status: number; message: string };
  } = {},
) {
  const { findings = [], openAt, refusal } = options;
  const asked: AskedOfGen3[] = [];
  const plugin = createBackendPlugin({
    pluginId: 'gen3',
    register(env) {
      env.registerInit({
        deps: {
          httpRouter: coreServices.httpRouter,
          httpAuth: coreServices.httpAuth,
        },
        async init({ httpRouter, httpAuth }) {
          const router = Router();
          router.use(json());
          const remember = async (req: Request) => {
            const { principal } = await httpAuth.credentials(req, {
              allow: ['user'],
            });
            asked.push({
              path: req.path,
              body: req.body,
              user: principal.userEntityRef,
            });
          };
          router.post('/preflight', async (req, res) => {
            await remember(req);
            res.json({
              findings,
              checks: [
                {
                  id: 'chart',
                  title: 'Every key is known',
                  outcome: 'not-run',
                  reason: 'no chart',
                },
              ],
              summary,
              asOf: AT,
            });
          });
          const answerChange =
            (answer: object, status: number): RequestHandler =>
            async (req, res) => {
              await remember(req);
              if (refusal) {
                res
                  .status(refusal.status)
                  .json({ error: { name: 'Error', message: refusal.message } });
              } else {
                res.status(status).json(answer);
              }
            };
          router.post('/changes', answerChange(change, 201));
          router.post('/changes/dry-run', answerChange(tried, 200));
          const opened = { ...change, host: 'github', url: openAt };
          router.post(
            '/changes/:id/open',
            answerChange(openAt ? opened : toOpen, 200),
          );
          httpRouter.use(router);
        },
      });
    },
  });
  return { plugin, asked };
}
