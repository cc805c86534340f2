import { Gen3TranslationFunction } from '../../translation';

/** Keys of titles, by the id of the check. */
const TITLES = {
  tls: 'tls',
  issuer: 'issuer',
  maintenance: 'maintenance',
  'inside:argocd': 'argocd',
  'inside:external-secrets': 'externalSecrets',
  'inside:ingress': 'ingress',
  'inside:volumes': 'volumes',
  'inside:quota': 'quota',
  'inside:nodes': 'nodes',
  'inside:pods': 'pods',
  'inside:network-policies': 'networkPolicies',
} as const;

const isTitled = (id: string): id is keyof typeof TITLES =>
  Object.hasOwn(TITLES, id);

/** What people call a check of the whole commons; one that this version does not know keeps its id. */
export function checkTitle(
  checkId: string,
  t: Gen3TranslationFunction,
): string {
  return isTitled(checkId)
    ? t(`healthCard.checks.check.${TITLES[checkId]}`)
    : checkId;
}
