import { boundedClause } from '@gen3-csoc/backstage-plugin-gen3-node';

/** What Argo CD says in several lines, as one bounded clause; it quotes repositories, which may carry a password in their URL. */
export function foldMessage(message: string): string {
  return boundedClause(message.replace(/\s+/g, ' '));
}

/** The same in parentheses, to follow a clause; empty where nothing is said. */
export function parenthesised(message: string | undefined): string {
  return message ? ` (${foldMessage(message)})` : '';
}
