import { Finding } from '../api/sources';
import { FrontendRoot } from '../services/types';

/** A service that is switched on. @public */
export interface DeclaredService {
  /** Registry name. */
  name: string;
  /** Tag that is declared; absent when the chart's default applies. */
  imageTag?: string;
}

/** What values or a manifest say about a commons. Only these fields are read; secrets never leave the input. @public */
export interface DeclaredCommons {
  /** As found: check it with `parseHostname`. */
  hostname?: unknown;
  environment?: string;
  /** Sorted by name. */
  services: DeclaredService[];
  dictionaryUrl?: string;
  /** Which front end answers at `/`. */
  frontendRoot: FrontendRoot;
  /** Hostnames of the Gen3 commons whose metadata it aggregates, sorted. */
  meshMembers: string[];
  /** Brings its own databases along, for development: they are lost when their pods restart. */
  dev: boolean;
  /** What is wrong, without the file: the caller knows it. */
  findings: Finding[];
}
