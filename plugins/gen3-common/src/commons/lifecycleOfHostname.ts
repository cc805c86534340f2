/** How near to its users a commons is; `spec.lifecycle` of its entities. @public */
export type Gen3Lifecycle = 'production' | 'staging' | 'qa' | 'development';

/** First match wins. Words are parts of the hostname between dots and dashes. */
const TIER_WORDS: ReadonlyArray<[Gen3Lifecycle, RegExp]> = [
  ['staging', /^(.*staging|stage|stg|.*preprod|uat)\d*$/],
  ['qa', /^(qa\d*|[a-z0-9]+qa|testing)$/],
  ['development', /^(dev\d*|[a-z0-9]+dev|test\d*|demo|sandbox|nightly|ci)$/],
];

/** Where the Center for Translational Data Science runs its development commons. */
const DEVELOPMENT_DOMAINS = ['planx-pla.net'];

/**
 * Guesses the tier of a commons from the words in its hostname: DEV, QA, NON-PROD (preprod, internalstaging, staging) or
 * else PROD (`gen3-release-utils:README.md`). The last part, the top-level domain, does not count.
 *
 * @public
 */
export function lifecycleOfHostname(hostname: string): Gen3Lifecycle {
  const labels = hostname.toLowerCase().split('.').slice(0, -1);
  const words = labels.flatMap(label => label.split('-'));
  const tier = TIER_WORDS.find(([, pattern]) =>
    words.some(word => pattern.test(word)),
  );
  if (tier) return tier[0];
  return DEVELOPMENT_DOMAINS.some(domain => hostname.endsWith(`.${domain}`))
    ? 'development'
    : 'production';
}
