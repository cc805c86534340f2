import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import request from 'supertest';
import { createAuthorizeChange } from './authorizeChange';

const ALMA = 'user:default/alma';

/** How the request of a caller is taken. */
async function callerOf(header: string) {
  const httpAuth = mockServices.httpAuth();
  const authorize = createAuthorizeChange({
    authorize: async req => ({
      credentials: await httpAuth.credentials(req),
      access: undefined,
    }),
    httpAuth,
    permissions: mockServices.permissions({ result: AuthorizeResult.ALLOW }),
  });
  const app = express().get('/', (req, res, next) => {
    authorize(req, 'propose').then(caller => res.json(caller), next);
  });
  const { body } = await request(app).get('/').set('Authorization', header);
  return body;
}

/** Token of a person; by a plugin, which asks for them, or by themselves. */
const bearer = (actor?: string) =>
  `Bearer ${mockCredentials.user.token(
    ALMA,
    actor === undefined ? {} : { actor: { subject: actor } },
  )}`;

describe('createAuthorizeChange', () => {
  it('tells a template that a person runs from the person', async () => {
    expect(await callerOf(bearer('plugin:scaffolder'))).toMatchObject({
      userRef: ALMA,
      isTemplate: true,
    });
    for (const header of [bearer('plugin:other'), bearer()]) {
      expect(await callerOf(header)).toMatchObject({
        userRef: ALMA,
        isTemplate: false,
      });
    }
    expect(await callerOf(mockCredentials.service.header())).toEqual({
      mayApprove: true,
      isTemplate: false,
    });
  });
});
