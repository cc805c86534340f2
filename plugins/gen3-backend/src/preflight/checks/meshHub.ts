import { parseHostname } from '@gen3-csoc/backstage-plugin-gen3-common';
import { hasService } from '../hasService';
import type { PreflightCheck, PreflightSubject, Problem } from '../types';

/** A hub asks each of its members for its metadata (`metadata-service:src/mds/agg_mds/commons.py`). */
const NO_METADATA: Problem = {
  severity: 'warning',
  key: 'metadata.enabled',
  field: 'services',
  what: 'The commons joins a mesh, and metadata is off',
  why: 'A hub reads the metadata of its members at /mds, so it has nothing to show of this one.',
  fix: 'Switch metadata on, or leave the mesh out',
};

/** Joining a mesh is done in the hub: its `metadata.aggMdsConfig` lists its members (`gen3-helm:helm/metadata/values.yaml`). */
export const meshHub: PreflightCheck = {
  id: 'mesh-hub',
  title: 'The hub of the mesh is a commons of the fleet',
  run({ subject, facts }) {
    const hub = subject.plan?.answers.meshHub;
    if (hub === undefined) return 'not-applicable';
    const parsed = parseHostname(hub);
    if (!parsed.ok) return [noHostname(parsed.message)];
    if (parsed.hostname === subject.hostname) return [itself(hub)];
    if (!facts.members.known) return { notRun: facts.members.why };
    if (!facts.members.value.includes(parsed.hostname)) return [unknown(hub)];
    return [
      ...(hasService(subject, 'metadata') ? [] : [NO_METADATA]),
      toldAfterwards(hub, subject),
    ];
  },
};

function noHostname(message: string): Problem {
  return {
    severity: 'error',
    field: 'meshHub',
    what: `The hub of the mesh is no hostname: ${message}`,
    why: 'A hub is a commons, and a commons is known by its hostname.',
    fix: 'Write the hostname of the hub, e.g. hub.example.org',
  };
}

function itself(hub: string): Problem {
  return {
    severity: 'error',
    field: 'meshHub',
    what: `"${hub}" is to be the hub of a mesh that it joins itself`,
    why: 'A hub is no member of its own mesh.',
    fix: 'Name another commons as hub, or none',
  };
}

function unknown(hub: string): Problem {
  return {
    severity: 'error',
    field: 'meshHub',
    what: `The catalog has no commons "${hub}"`,
    why: 'The portal cannot show the commons as a member of a mesh whose hub it does not know.',
    fix: 'Name a hub that the catalog has, add its source to the portal first, or join the mesh later',
  };
}

function toldAfterwards(hub: string, { hostname }: PreflightSubject): Problem {
  return {
    severity: 'info',
    field: 'meshHub',
    what: `"${hub}" does not know its new member yet`,
    why: 'A hub shows only what its own values list, and this launch does not change them.',
    fix: `When the commons is up, add ${
      hostname ?? 'it'
    } to metadata.aggMdsConfig of ${hub} (gen3_commons, with mds_url and commons_url) and run its metadata-aggregate-sync`,
  };
}
