import { FRONTEND_ROOTS } from '@gen3-csoc/backstage-plugin-gen3-common';
import { hasService } from '../hasService';
import { quote } from '../quote';
import type { PreflightCheck, PreflightSubject, Problem } from '../types';
import { valueAt } from '../valueAt';

const KEY = 'global.frontendRoot';

/** Which service answers at `/`, by `global.frontendRoot`. */
const FRONT_ENDS = { portal: 'portal', gen3ff: 'frontend-framework' } as const;

/**
 * The gateway sends `/` to the front end that `global.frontendRoot` names: the frontend framework for `gen3ff`, the portal for anything else
 * (`gen3-helm:helm/revproxy/templates/configMaps.yaml`). The frontend framework, however, stays at `/ff` for `portal` only, so with another word
 * neither is where the other expects it (`gen3-helm:helm/frontend-framework/templates/deployment.yaml`).
 */
export const frontendRoot: PreflightCheck = {
  id: 'frontend-root',
  title: 'A front end answers at /',
  run({ subject }) {
    const value = valueAt(subject.values, KEY) ?? 'portal';
    const root = FRONTEND_ROOTS.find(each => each === value);
    if (!root) return [unknownRoot(value)];
    if (hasService(subject, FRONT_ENDS[root])) return [];
    const other = root === 'portal' ? 'gen3ff' : 'portal';
    return hasService(subject, FRONT_ENDS[other])
      ? [wrongRoot(root, other)]
      : noFrontEnd(subject);
  },
};

function unknownRoot(value: unknown): Problem {
  return {
    severity: 'error',
    key: KEY,
    what: `The front end at / is ${quote(value)}, which is none`,
    why: 'The gateway takes it for the portal, and the frontend framework does not: one of them is not found.',
    fix: `Set ${KEY} to ${FRONTEND_ROOTS.join(' or ')}`,
  };
}

function wrongRoot(root: 'portal' | 'gen3ff', other: 'portal' | 'gen3ff') {
  return {
    severity: 'error',
    key: KEY,
    what: `${FRONT_ENDS[root]} is to answer at / and is off; ${FRONT_ENDS[other]} is on`,
    why: 'Who opens the commons in a browser gets an error of the gateway.',
    fix: `Set ${KEY} to ${other}, or switch ${FRONT_ENDS[root]} on`,
  } as const;
}

/** A node of a mesh, or a host of files only, may be without on purpose. */
function noFrontEnd({ plan }: PreflightSubject): Problem[] {
  if (plan?.answers.mode === 'mesh-node') return [];
  return [
    {
      severity: 'warning',
      key: 'portal.enabled',
      what: 'Neither portal nor frontend-framework is on',
      why: 'Who opens the commons in a browser gets an error of the gateway; only its APIs answer.',
      fix: 'Switch one of them on, or accept it when only programs use this commons',
    },
  ];
}
