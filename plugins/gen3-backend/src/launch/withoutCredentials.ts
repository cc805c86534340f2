import { redactUrls } from '@gen3-csoc/backstage-plugin-gen3-node';

/**
 * A repository's URL as others may read it and Argo CD can use it: without password, token and query. The user of SSH stays, because it belongs to
 * the address (`ssh://git@host/path`).
 */
export function withoutCredentials(url: string): string {
  return /^(git\+)?ssh:/i.test(url)
    ? url.replace(/^([a-z+]+:\/\/[^/@:]*):[^@]*@/i, '$1@')
    : redactUrls(url);
}
