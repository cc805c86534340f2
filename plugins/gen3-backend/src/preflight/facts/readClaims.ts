import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  commonsEntityName,
  GEN3_ANNOTATIONS,
  RETIRED_LIFECYCLE,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { CommonsAccess } from '../../permissions/CommonsAccess';
import { type Asking, askFact, known, unknown } from './askFact';
import type { Fact, HostnameClaim } from './types';

/** Who may have a hostname, beside the catalog. */
export interface ClaimSources {
  /** Names the change of it, of whatever kind, that has not ended: `"Scale heart.example.org" (9f69…), proposed by …`. */
  findOpenChange: (
    hostname: string,
    options: { access: CommonsAccess; signal: AbortSignal },
  ) => Promise<string | undefined>;
  /** Claims by the files of the source's repository. */
  findInGit: (
    hostname: string,
    options: { signal: AbortSignal },
  ) => Promise<Fact<HostnameClaim[]>>;
}

/** What {@link readClaims} is asked. */
export interface ClaimsQuestion extends ClaimSources {
  catalog: CatalogService;
  auth: AuthService;
  hostname: string;
  /** Whose changes the caller may see. */
  access: CommonsAccess;
  asking: Asking;
}

/**
 * Who has a hostname already. One who has it is enough; that nobody has it is only known when all could be asked.
 */
export async function readClaims(
  question: ClaimsQuestion,
): Promise<Fact<HostnameClaim[]>> {
  const { hostname, access, asking, findOpenChange, findInGit } = question;
  const facts = await Promise.all([
    readCatalogClaims(question),
    askFact<HostnameClaim[]>({
      whom: 'The repository',
      asking,
      ask: signal => findInGit(hostname, { signal }),
    }),
    askFact<HostnameClaim[]>({
      whom: 'The list of open changes',
      asking,
      ask: async signal => {
        const what = await findOpenChange(hostname, { access, signal });
        return known(what === undefined ? [] : [{ by: 'change', what }]);
      },
    }),
  ]);
  const claims = facts.flatMap(fact => (fact.known ? fact.value : []));
  const reasons = facts.flatMap(fact => (fact.known ? [] : [fact.why]));
  return claims.length > 0 || reasons.length === 0
    ? known(claims)
    : unknown(reasons.join('. '));
}

/**
 * Asks with the credentials of the plugin: to the caller, who may not see each commons, a hidden one would look free. For the same reason
 * an entity is only named when its name is what the hostname alone tells.
 */
function readCatalogClaims(
  question: ClaimsQuestion,
): Promise<Fact<HostnameClaim[]>> {
  const { catalog, auth, hostname, asking } = question;
  const name = commonsEntityName(hostname);
  const usual = `system:default/${name}`;
  return askFact<HostnameClaim[]>({
    whom: 'The catalog',
    asking,
    ask: async () => {
      const credentials = await auth.getOwnServiceCredentials();
      const annotation = `metadata.annotations.${GEN3_ANNOTATIONS.hostname}`;
      const { items } = await catalog.queryEntities(
        {
          filter: [
            { kind: 'system', [annotation]: hostname },
            { kind: 'system', 'metadata.name': name },
          ],
          fields: [
            'kind',
            'metadata.namespace',
            'metadata.name',
            'spec.lifecycle',
          ],
          limit: 10,
        },
        { credentials },
      );
      // Of a retired commons only the history is there: another one may have its name.
      const living = items.filter(
        ({ spec }) => spec?.lifecycle !== RETIRED_LIFECYCLE,
      );
      if (living.length === 0) return known([]);
      const isUsual = living.some(item => stringifyEntityRef(item) === usual);
      const what = isUsual ? usual : 'an entity of another name or namespace';
      return known([{ by: 'catalog', what }]);
    },
  });
}
