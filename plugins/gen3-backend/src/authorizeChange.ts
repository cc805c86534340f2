import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  gen3ChangeApprovePermission,
  gen3ChangeProposePermission,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Request } from 'express';
import type { Authorize } from './authorize';
import type { ChangeCaller } from './changes/ChangeService';

/** Subject of the tokens with which the scaffolder asks for a person. */
const SCAFFOLDER = 'plugin:scaffolder';

/** Decides who may see and who may propose changes; whoever may see one is also told whether they may approve it. */
export type AuthorizeChange = (
  request: Request,
  what: 'read' | 'propose',
) => Promise<ChangeCaller>;

/** Makes the helper that authorises requests about changes, on top of the one about commons: whom commons are hidden from, their changes are, too. */
export function createAuthorizeChange(options: {
  authorize: Authorize;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}): AuthorizeChange {
  const { authorize, httpAuth, permissions } = options;
  return async (request, what) => {
    const { credentials, access } = await authorize(request);
    const [propose, approve] = await permissions.authorize(
      [
        { permission: gen3ChangeProposePermission },
        { permission: gen3ChangeApprovePermission },
      ],
      { credentials },
    );
    if (what === 'propose' && propose.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not propose changes: permission "${gen3ChangeProposePermission.name}" is denied`,
      );
    }
    const user = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const person = user.principal.type === 'user' ? user.principal : undefined;
    return {
      access,
      userRef: person?.userEntityRef,
      mayApprove: approve.result === AuthorizeResult.ALLOW,
      isTemplate: person?.actor?.subject === SCAFFOLDER,
    };
  };
}
