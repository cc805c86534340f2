import type {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { ConditionTransformer } from '@backstage/plugin-permission-node';
import { gen3CommonsReadPermission } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Request } from 'express';
import type { CommonsAccess } from './permissions/CommonsAccess';
import type { CommonsFilter } from './permissions/commonsRules';

/** Who asks, and which commons they may see. */
export interface Caller {
  credentials: BackstageCredentials;
  access: CommonsAccess;
}

/** Decides who may do what; every route asks it first. */
export type Authorize = (request: Request) => Promise<Caller>;

/**
 * Makes the one helper that authorises requests about commons. It throws an AuthenticationError (401) without
 * credentials and a NotAllowedError (403) when the policy denies; a conditional decision becomes the caller's access.
 */
export function createAuthorize(options: {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  transformConditions: ConditionTransformer<CommonsFilter>;
}): Authorize {
  const { httpAuth, permissions, transformConditions } = options;
  return async request => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const [decision] = await permissions.authorizeConditional(
      [{ permission: gen3CommonsReadPermission }],
      { credentials },
    );
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return { credentials, access: undefined };
      case AuthorizeResult.CONDITIONAL:
        return {
          credentials,
          access: transformConditions(decision.conditions),
        };
      default:
        throw new NotAllowedError(
          `You may not see commons: permission "${gen3CommonsReadPermission.name}" is denied`,
        );
    }
  };
}
