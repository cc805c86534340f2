import { installedAt } from '../ages';
import { defineKind, inCommons } from '../defineKind';
import { AGE } from '../humanDuration';
import { controlledBy, createMetadata } from '../metadata';
import { DAY_MS, later, timestamp } from '../timestamps';
import { Condition, KubernetesObject } from '../types';
import { NamespaceView } from '../views';
import {
  CERTIFICATE_SECRET,
  createIngress,
  ISSUER,
  usesCertManager,
} from './ingresses';

/** A Certificate of cert-manager. */
interface Certificate extends KubernetesObject {
  spec: {
    secretName: string;
    dnsNames: string[];
    issuerRef: { group: string; kind: string; name: string };
  };
  status: {
    conditions: Condition[];
    notBefore: string;
    notAfter: string;
    renewalTime: string;
    revision: number;
  };
}

/** How long certificates of Let's Encrypt last, and when cert-manager has the next one issued: after two thirds of that. */
const LIFE_MS = 90 * DAY_MS;
const RENEWED_AFTER_MS = 60 * DAY_MS;

/** When a certificate was issued and ends. */
interface Term {
  notBefore: Date;
  notAfter: Date;
  /** How many there were, with this one. */
  revision: number;
  /** When the Certificate last changed. */
  changedAt: Date;
}

/** A certificate is renewed in time; the fault is one that was not. */
function termOf(view: NamespaceView): Term {
  const { now } = view.cluster;
  const createdAt = installedAt(view);
  const renewals = Math.floor(
    (now.getTime() - createdAt.getTime()) / RENEWED_AFTER_MS,
  );
  const revision = renewals + 1;
  const broken = ['*', 'revproxy'].find(
    name => view.faultOf(name).certificateDays !== undefined,
  );
  if (broken === undefined) {
    const notBefore = later(createdAt, renewals * RENEWED_AFTER_MS);
    const notAfter = later(notBefore, LIFE_MS);
    return { notBefore, notAfter, revision, changedAt: notBefore };
  }
  const since = view.brokenSince(broken);
  const { certificateDays = 0 } = view.faultOf(broken);
  const notAfter = later(since, certificateDays * DAY_MS);
  return {
    notBefore: later(notAfter, -LIFE_MS),
    notAfter,
    revision,
    changedAt: since < notAfter && notAfter <= now ? notAfter : since,
  };
}

function createCertificate(view: NamespaceView): Certificate {
  const { notBefore, notAfter, revision, changedAt } = termOf(view);
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: createMetadata(view.facts, {
      kind: 'Certificate',
      name: CERTIFICATE_SECRET,
      namespace: view.namespace,
      createdAt: installedAt(view),
      changedAt,
      generation: 1,
      owner: controlledBy(createIngress(view)),
    }),
    spec: {
      secretName: CERTIFICATE_SECRET,
      dnsNames: [view.commons.hostname],
      issuerRef: {
        group: 'cert-manager.io',
        kind: 'ClusterIssuer',
        name: ISSUER,
      },
    },
    status: {
      conditions: [
        notAfter > view.cluster.now
          ? upToDate(installedAt(view))
          : expired(notAfter),
      ],
      notBefore: timestamp(notBefore),
      notAfter: timestamp(notAfter),
      renewalTime: timestamp(later(notBefore, RENEWED_AFTER_MS)),
      revision,
    },
  };
}

function upToDate(since: Date): Condition {
  return {
    type: 'Ready',
    status: 'True',
    lastTransitionTime: timestamp(since),
    reason: 'Ready',
    message: 'Certificate is up to date and has not expired',
  };
}

/** As `cert-manager:internal/controller/certificates/policies/checks.go` says it. */
function expired(notAfter: Date): Condition {
  return {
    type: 'Ready',
    status: 'False',
    lastTransitionTime: timestamp(notAfter),
    reason: 'Expired',
    message: `Certificate expired on ${notAfter
      .toUTCString()
      .replace('GMT', 'UTC')}`,
  };
}

/** `cert-manager.io/v1` Certificates: one where cert-manager issues that of the Ingress. */
export const certificates = defineKind<Certificate>({
  group: 'cert-manager.io',
  version: 'v1',
  plural: 'certificates',
  kind: 'Certificate',
  shortNames: ['cert', 'certs'],
  isCustom: true,
  build: inCommons(view =>
    usesCertManager(view) ? [createCertificate(view)] : [],
  ),
  columns: [
    { name: 'Ready', cell: ({ status }) => status.conditions[0].status },
    { name: 'Secret', cell: ({ spec }) => spec.secretName },
    {
      name: 'Issuer',
      priority: 1,
      cell: ({ spec }) => spec.issuerRef.name,
    },
    {
      name: 'Status',
      priority: 1,
      cell: ({ status }) => status.conditions[0].message ?? '',
    },
    AGE,
  ],
});
