import {
  APPLICATION_ANNOTATIONS,
  type Finding,
  LAUNCH_TIERS,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';
import type { DiscoveredCommons } from '../types';
import { Application } from '@gen3-csoc/backstage-plugin-gen3-node';

/** One line of text, as entities have them. */
const line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u);

/** `group:default/heart-team`; kind and namespace may be left out. */
const ENTITY_REF = /^([a-z][a-z0-9-]*:)?([\w.-]+\/)?[\w.-]+$/i;

const SCHEMAS = {
  owner: line.regex(ENTITY_REF),
  title: line,
  tier: z.enum(LAUNCH_TIERS),
} as const;

const FIXES = {
  owner: 'Write an entity reference, e.g. group:default/heart-team',
  title: 'Write one line of text, at most 200 characters',
  tier: `Write one of ${LAUNCH_TIERS.join(', ')}`,
} as const;

/**
 * What the annotations of an Application say of its commons, which the chart has no value for. One that cannot be used is told and
 * otherwise as if it were not there.
 */
export function annotatedFacts(application: Application): {
  facts: Pick<DiscoveredCommons, 'owner' | 'title' | 'lifecycle'>;
  findings: Finding[];
} {
  const annotations = application.metadata.annotations ?? {};
  const findings: Finding[] = [];
  const read = (name: keyof typeof SCHEMAS): string | undefined => {
    const key = APPLICATION_ANNOTATIONS[name];
    if (!Object.hasOwn(annotations, key)) return undefined;
    const parsed = SCHEMAS[name].safeParse(annotations[key]);
    if (parsed.success) return parsed.data;
    findings.push({
      severity: 'warning',
      code: 'annotation-not-usable',
      message: `The annotation ${key} of the Application "${application.metadata.name}" cannot be used`,
      fix: FIXES[name],
      key: `metadata.annotations.${key}`,
    });
    return undefined;
  };
  const [owner, title, lifecycle] = [
    read('owner'),
    read('title'),
    read('tier'),
  ];
  return {
    facts: {
      ...(owner ? { owner } : {}),
      ...(title ? { title } : {}),
      ...(lifecycle ? { lifecycle } : {}),
    },
    findings,
  };
}
