import { hasService } from '../hasService';
import type { PreflightCheck } from '../types';
import { isSet, textAt } from '../valueAt';

const KEY = 'portal.resources.requests.memory';

/**
 * The data portal asks for 4096Mi, as its usual image builds the pages each time that it starts (`gen3-helm:helm/portal/values.yaml`). Images that are
 * built already need 100Mi (`gen3-helm:docs/kubernetes-in-docker.md`); with `portal.portalBuild` a job builds it
 * (`gen3-helm:helm/portal/templates/deployment-cached.yaml`).
 */
export const portalMemory: PreflightCheck = {
  id: 'portal-memory',
  title: 'The data portal finds a node with its memory',
  run({ subject: { values, tier, declared } }) {
    if (!hasService({ declared }, 'portal')) return 'not-applicable';
    const image = ['repository', 'tag'].map(
      each => textAt(values, `portal.image.${each}`) ?? '',
    );
    const isBuilt =
      image.some(part => /prebuilt/i.test(part)) ||
      isSet(values, 'portal.portalBuild.enabled');
    if (isBuilt || isSet(values, KEY)) return [];
    return [
      {
        severity: tier === 'development' ? 'warning' : 'info',
        key: KEY,
        what: "The data portal (service portal) asks for the chart's 4 GiB of memory and builds its pages at each start",
        why: 'On a small cluster no node has that much, so its pod stays pending; elsewhere it takes minutes until it answers.',
        fix: `Set portal.image to an image that is built already (quay.io/cdis/data-portal-prebuilt) and ${KEY} to 100Mi, or keep 4 GiB free`,
      },
    ];
  },
};
