import { Commons, Flavour } from '../commons/types';
import { CommonsFacts } from '../commons/CommonsFacts';

/** A request as a handler sees it. */
export interface SimulatedRequest {
  method: string;
  /** Path without query, as the client sent it. */
  path: string;
  query: URLSearchParams;
  /** Path and query, letter for letter as the client sent them (`$request_uri`). */
  target: string;
  /** Value of a header by its lower-case name. */
  header(name: string): string | undefined;
  /** Value of a cookie. */
  cookie(name: string): string | undefined;
}

/** An answer. */
export interface Reply {
  status: number;
  /** Names as they are sent; values of one name in a list are sent as several headers. */
  headers: Record<string, string | string[]>;
  body: string;
}

/** What a handler knows. */
export interface ServiceContext {
  commons: Commons;
  facts: CommonsFacts;
  now: Date;
  /** The request with the path that the service gets after revproxy's rewrite. */
  request: SimulatedRequest;
  /** fence says it is somebody else. */
  wrongIssuer: boolean;
  /** Image tag of the pods of a service that answer; undefined: the chart's default. */
  tagOf(service: string): string | undefined;
}

/** One path that a service answers. */
export interface Endpoint {
  /** Exact path, or a pattern, after revproxy's rewrite. */
  path: string | RegExp;
  handle(context: ServiceContext): Reply;
}

/**
 * What revproxy asks before it passes a request on. `arborist`: may this user do that, 401 for an anonymous one.
 * `denylist`: fence must not have denied the token. `deny`: nobody gets in.
 */
export type Gate = 'arborist' | 'denylist' | 'deny';

/**
 * One `location` of revproxy (`gen3-helm:helm/revproxy/gen3.nginx.conf`,
 * `cloud-automation:kube/services/revproxy/gen3.nginx.conf`).
 */
export interface Location {
  /** `prefix` unless said otherwise; nginx takes an exact match first, then a pattern, then the longest prefix. */
  match?: 'exact' | 'prefix' | 'pattern';
  path: string;
  /** Only commons of this flavour have it. @defaultValue both */
  flavour?: Flavour;
  /** Where the path starts for the service: this much of the front is cut off. @defaultValue nothing */
  strip?: string;
  gate?: Gate;
  /** Statuses that become a redirect to `/no-workspace-access` (`error_page ... @errorworkspace`). */
  toNoAccessPage?: number[];
  /** Only GET and HEAD pass (`limit_except GET`). */
  getOnly?: boolean;
  /** It has no `if ($csrf_check ...)`: a POST by cookie passes without the CSRF token. */
  skipsCsrfCheck?: boolean;
}

/** One Gen3 service as the simulator plays it. */
export interface SimulatedService {
  /** Name in the service registry, and of its faults. */
  name: string;
  /** The registry's service that brings this one along, where it is a second Deployment of that one's chart. */
  partOf?: string;
  locations: Location[];
  endpoints: Endpoint[];
  /** What its framework answers for a path it does not have. */
  notFound: (context: ServiceContext) => Reply;
}
