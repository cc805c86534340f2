import type { PreviewRisk } from '@gen3-csoc/backstage-plugin-gen3-common';
import { textAt } from '../preflight/valueAt';
import { isWorkload } from './containersOf';
import type { Manifest } from './Manifest';
import { objectNameOf } from './objectNameOf';
import type { RenderedChange } from './RenderedChange';

/** What goes with objects that disappear: what cannot be had again first. */
export function removalRisks({ diffs, after }: RenderedChange): PreviewRisk[] {
  const risks = diffs.flatMap((diff): PreviewRisk[] => {
    if (diff.change !== 'removed') return [];
    const { before } = diff;
    const risk = riskOf(before, after);
    return risk
      ? [{ severity: 'high', object: objectNameOf(before), ...risk }]
      : [];
  });
  const isRunnable = ({ id }: PreviewRisk) => id === 'workload-removed';
  return [
    ...risks.filter(risk => !isRunnable(risk)),
    ...risks.filter(isRunnable),
  ];
}

function riskOf(
  gone: Manifest,
  after: readonly Manifest[],
): Pick<PreviewRisk, 'id' | 'what' | 'why'> | undefined {
  const { kind, name } = gone;
  if (kind === 'PersistentVolumeClaim') {
    return {
      id: 'volume-removed',
      what: `The volume claim ${name} disappears`,
      why: 'Argo CD removes it when it prunes, and most storage classes remove the data with it.',
    };
  }
  if (kind === 'Secret') {
    return {
      id: 'secret-removed',
      what: `The secret ${name} disappears`,
      why: 'Pods that use it do not start any more, and what the chart made up for it cannot be had again.',
    };
  }
  if (kind === 'ExternalSecret' && takesItsSecretAlong(gone, after)) {
    return {
      id: 'secret-removed',
      what: `The external secret ${name} disappears, and its secret ${secretOf(
        gone,
      )} with it`,
      why: 'Pods that use it do not start any more.',
    };
  }
  if (isWorkload(gone)) {
    return {
      id: 'workload-removed',
      what: `${kind} ${name} disappears`,
      why: 'Nothing of it runs any more, and what asks it gets no answer.',
    };
  }
  return undefined;
}

/** The operator removes a secret that it owns, which is its default, unless something else of the commons makes it. */
function takesItsSecretAlong(
  gone: Manifest,
  after: readonly Manifest[],
): boolean {
  const policy = textAt(gone.body, 'spec.target.creationPolicy') ?? 'Owner';
  const isMade = after.some(
    other =>
      ['Secret', 'ExternalSecret'].includes(other.kind) &&
      other.namespace === gone.namespace &&
      secretOf(other) === secretOf(gone),
  );
  return policy === 'Owner' && !isMade;
}

/** Name of the Secret that it is or makes. */
function secretOf({ name, body }: Manifest): string {
  return textAt(body, 'spec.target.name') ?? name;
}
