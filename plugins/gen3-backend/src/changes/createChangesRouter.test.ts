import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import express from 'express';
import request from 'supertest';
import { ALMA, launchRecord, TOMAS } from './__testUtils__/changeRecords';
import type { ChangeCaller } from './ChangeService';
import {
  type ChangesRouterOptions,
  createChangesRouter,
} from './createChangesRouter';
import { describeChangeDetails } from './describeChange';

const caller: ChangeCaller = {
  access: undefined,
  userRef: TOMAS,
  mayApprove: true,
};

const details = describeChangeDetails({
  record: launchRecord(),
  approvals: [],
  steps: [],
  caller,
});

const body = {
  kind: 'launch',
  answers: {
    hostname: 'heart.example.org',
    owner: 'group:default/csoc',
    source: 'demo',
    cluster: 'organprod',
  },
};

const dryRun = {
  title: 'Launch heart.example.org',
  hostname: 'heart.example.org',
  entityRef: 'system:default/heart.example.org',
  files: [],
};

/** Routes whose services answer, or fail as is given; and what the auditor was told. */
function serve(
  given: {
    failure?: Error;
    authorize?: ChangesRouterOptions['authorize'];
  } = {},
) {
  const { failure, authorize = async () => caller } = given;
  const answer = async () => {
    if (failure) throw failure;
    return details;
  };
  const success = jest.fn();
  const fail = jest.fn();
  const auditor = mockServices.auditor.mock({
    createEvent: async () => ({ success, fail }),
  });
  const nobody = async () => {
    throw new Error('nobody asks for it in this test');
  };
  const router = createChangesRouter({
    authorize,
    auditor,
    preflight: { check: nobody },
    preview: { preview: nobody },
    proposals: {
      propose: async () => {
        if (failure) throw failure;
        return launchRecord();
      },
      dryRun: async () => dryRun,
    },
    editOptions: { get: nobody },
    listLaunches: async () => [],
    changes: {
      page: nobody,
      get: answer,
      proposed: answer,
      open: answer,
      opened: answer,
      approve: answer,
      merge: answer,
      close: answer,
    },
  });
  const app = express().use(router).use(mockErrorHandler());
  return { app, auditor, success, fail };
}

const WRITES = [
  ['change-propose', '/changes', body, {}],
  ['change-open', '/changes/a/open', {}, { change: 'a' }],
  [
    'change-opened',
    '/changes/a/opened',
    { url: 'https://git.example.org/csoc/gitops/pull/1' },
    { change: 'a' },
  ],
  ['change-approve', '/changes/a/approve', {}, { change: 'a' }],
  ['change-merge', '/changes/a/merge', {}, { change: 'a' }],
  ['change-close', '/changes/a/close', {}, { change: 'a' }],
] as const;

describe('createChangesRouter', () => {
  it.each(WRITES)(
    'records as %s what was done',
    async (eventId, path, sent, meta) => {
      const { app, auditor, success, fail } = serve();
      const { body: answer } = await request(app).post(path).send(sent);
      expect(answer).toMatchObject({ id: 'a', author: ALMA });
      expect(auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({ eventId, severityLevel: 'medium', meta }),
      );
      expect(success).toHaveBeenCalledWith({
        meta: {
          change: 'a',
          title: 'Launch heart.example.org',
          state: 'open',
          entityRef: 'system:default/heart.example.org',
        },
      });
      expect(fail).not.toHaveBeenCalled();
    },
  );

  it.each(WRITES)('records as %s what was refused', async (_, path, sent) => {
    const failure = new ConflictError('It is merged by now');
    const { app, success, fail } = serve({ failure });
    const { status } = await request(app).post(path).send(sent);
    expect(status).toBe(409);
    expect(fail).toHaveBeenCalledWith({ error: failure });
    expect(success).not.toHaveBeenCalled();
  });

  it.each(WRITES)(
    'records as %s who was not allowed to',
    async (_, path, sent) => {
      const failure = new NotAllowedError('You may not');
      const { app, fail } = serve({
        authorize: async () => {
          throw failure;
        },
      });
      const { status } = await request(app).post(path).send(sent);
      expect(status).toBe(403);
      expect(fail).toHaveBeenCalledWith({ error: failure });
    },
  );

  describe.each(['approve', 'merge', 'close'])('%s', action => {
    const reason = 'Read twice, with Tomás';

    it('records the reason that somebody gives', async () => {
      const { app, success } = serve();
      await request(app).post(`/changes/a/${action}`).send({ reason });
      expect(success).toHaveBeenCalledWith({
        meta: expect.objectContaining({ change: 'a', reason }),
      });
    });

    it('records the reason also of what was refused', async () => {
      const failure = new ConflictError('It is merged by now');
      const { app, fail } = serve({ failure });
      await request(app).post(`/changes/a/${action}`).send({ reason });
      expect(fail).toHaveBeenCalledWith({ error: failure, meta: { reason } });
    });

    it('records no reason that holds a secret', async () => {
      const { app, success, fail } = serve();
      const { status } = await request(app)
        .post(`/changes/a/${action}`)
        .send({ reason: 'AKIAQ7WZ5J2M4X6N8P3R is the key' });
      expect(status).toBe(400);
      expect(success).not.toHaveBeenCalled();
      expect(fail).toHaveBeenCalledWith({
        error: expect.objectContaining({
          message: expect.not.stringContaining('AKIA'),
        }),
      });
    });
  });

  it('records a body that is none', async () => {
    const { app, fail } = serve();
    const { status } = await request(app).post('/changes').send({ kind: 'x' });
    expect(status).toBe(400);
    expect(fail).toHaveBeenCalledWith({
      error: expect.objectContaining({ name: 'InputError' }),
    });
  });

  it('records nothing of who only looks', async () => {
    const { app, auditor } = serve();
    expect((await request(app).get('/changes/a')).status).toBe(200);
    const tried = await request(app).post('/changes/dry-run').send(body);
    expect(tried.body).toEqual(dryRun);
    expect(auditor.createEvent).not.toHaveBeenCalled();
  });
});
