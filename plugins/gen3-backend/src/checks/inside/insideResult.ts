import type {
  CheckResult,
  KubernetesPlacement,
  Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** Names of objects have 253 characters at most, messages any number. */
const MAX_CHARACTERS = 500;

/**
 * Makes the result of a check of the inside. What objects say of themselves is anybody's text: it is bounded, and control and
 * formatting characters are out, which databases refuse and pages must not obey.
 */
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

function plainText(text: string): string {
  const plain = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  return plain.length > MAX_CHARACTERS
    ? `${plain.slice(0, MAX_CHARACTERS)}...`
    : plain;
}
