import { z } from 'zod';
import { conditions, count, instant, metadata, selector, text } from './fields';
import { lenient, lenientList } from './lenient';

/** A quantity of Kubernetes such as `500m`, `2Gi` or `4`; old clusters and hands write numbers. */
const quantity = z.union([z.string(), z.number().transform(String)]);
const quantities = lenient(z.record(z.string(), quantity.catch('')));

/** A setting; none that means something is longer, or has control characters. */
const setting = lenient(
  z
    .string()
    .max(2_048)
    .regex(/^\P{Cc}*$/u),
);

/**
 * What the portal reads of a ConfigMap; only those named `manifest-global` are ever asked for. The chart
 * (`gen3-helm:helm/gen3/templates/global-manifest.yaml`) and cloud-automation, which puts all of `global` of its manifest there, share
 * these keys; `frontend_root` is cloud-automation's.
 */
export const configMapSchema = z.object({
  metadata,
  data: lenient(
    z.object({
      hostname: setting,
      environment: setting,
      dictionary_url: setting,
      frontend_root: setting,
    }),
  ),
});

/** What the portal reads of a Namespace: its name and its labels. */
export const namespaceSchema = z.object({ metadata });

/** What the portal reads of a Node. */
export const nodeSchema = z.object({
  metadata,
  spec: lenient(z.object({ unschedulable: lenient(z.boolean()) })),
  status: lenient(
    z.object({
      conditions,
      nodeInfo: lenient(z.object({ kubeletVersion: text })),
    }),
  ),
});

/** What the portal reads of an Event. */
export const eventSchema = z.object({
  metadata,
  involvedObject: lenient(z.object({ kind: text, name: text })),
  type: text,
  reason: text,
  message: text,
  count,
  firstTimestamp: instant,
  lastTimestamp: instant,
  /** Instead of `lastTimestamp` where the reporter uses `events.k8s.io`. */
  eventTime: instant,
});

/** What the portal reads of a PersistentVolumeClaim. */
export const persistentVolumeClaimSchema = z.object({
  metadata,
  spec: lenient(z.object({ storageClassName: text })),
  status: lenient(z.object({ phase: text, conditions })),
});

/** What the portal reads of a ResourceQuota: limits and what is used of them. */
export const resourceQuotaSchema = z.object({
  metadata,
  status: lenient(z.object({ hard: quantities, used: quantities })),
});

/** Whom a rule of a NetworkPolicy means; a list of none means everybody. Which addresses a block has decides nothing here. */
const peers = lenientList(
  z.object({
    podSelector: selector,
    namespaceSelector: selector,
    ipBlock: lenient(z.object({})),
  }),
);

/** Numbers and names of ports: what a rule is for. An odd one is no port that anything is known of. */
const ports = lenientList(
  z
    .object({ port: lenient(z.union([z.number(), z.string()])) })
    .transform(({ port = '' }) => port),
);

/** What the portal reads of a NetworkPolicy. */
export const networkPolicySchema = z.object({
  metadata,
  spec: lenient(
    z.object({
      podSelector: selector,
      policyTypes: lenientList(z.string()),
      ingress: lenientList(z.object({ from: peers, ports })),
      egress: lenientList(z.object({ to: peers, ports })),
    }),
  ),
});

/** What the portal reads of an Ingress. */
export const ingressSchema = z.object({
  metadata,
  spec: lenient(
    z.object({
      /** Takes what no rule takes. */
      defaultBackend: lenient(z.object({})),
      rules: lenientList(z.object({ host: text })),
      tls: lenientList(
        z.object({ hosts: lenientList(z.string()), secretName: text }),
      ),
    }),
  ),
  status: lenient(
    z.object({
      loadBalancer: lenient(
        z.object({
          ingress: lenientList(z.object({ hostname: text, ip: text })),
        }),
      ),
    }),
  ),
});
