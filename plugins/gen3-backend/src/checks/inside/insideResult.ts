import type {
  CheckResult,
  KubernetesPlacement,
  Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { plainText } from './plainText';

/** Makes the result of a check of the inside, with texts that are safe to store and to show. */
export function insideResult(options: {
  id: string;
  service?: string;
  verdict: Verdict;
  place: KubernetesPlacement;
  /** Other facts, by what they are called. */
  details?: Record<string, string>;
  /** When the cluster answered, ISO 8601 UTC. */
  readAt: string;
}): CheckResult {
  const { id, service, verdict, place, details, readAt } = options;
  const { cluster, namespace } = place;
  const facts = Object.entries({ cluster, namespace, ...details });
  return {
    checkId: id,
    service,
    ...verdict,
    reason: plainText(verdict.reason),
    evidence: {
      details: Object.fromEntries(
        facts.map(([name, value]) => [name, plainText(value)]),
      ),
    },
    checkedAt: readAt,
  };
}
