import { z } from 'zod';
import { conditions, instant, metadata, text } from './fields';
import { lenient } from './lenient';

/** What the portal reads of an ExternalSecret of the External Secrets Operator. The secret's value is not in it. */
export const externalSecretSchema = z.object({
  metadata,
  spec: lenient(
    z.object({
      refreshInterval: text,
      target: lenient(z.object({ name: text })),
    }),
  ),
  status: lenient(z.object({ conditions, refreshTime: instant })),
});

/** What the portal reads of a Certificate of cert-manager. */
export const certificateSchema = z.object({
  metadata,
  spec: lenient(z.object({ secretName: text })),
  status: lenient(
    z.object({ conditions, notAfter: instant, renewalTime: instant }),
  ),
});

/**
 * What the portal reads of KRO's `AwsGen3AppHelm1`, one for each commons, in the cluster of Argo CD. It has Argo CD deploy to the namespace
 * `spec.name` of the cluster that Argo CD calls `status.argoCDClusterName`
 * (`indiana-university/gen3-kro:argocd/csoc/kro/aws-rgds/gen3/v1/Phase4/app-helm1-rg.yaml`).
 */
export const awsGen3AppHelmSchema = z.object({
  metadata,
  spec: lenient(z.object({ name: text })),
  status: lenient(z.object({ argoCDClusterName: text })),
});
