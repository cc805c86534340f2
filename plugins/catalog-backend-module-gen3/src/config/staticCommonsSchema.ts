import {
  FRONTEND_ROOTS,
  parseHostname,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';

/** A hostname, checked with the message that says what is wrong. */
export const hostnameSchema = z.string().check(context => {
  const parsed = parseHostname(context.value);
  if (!parsed.ok) {
    context.issues.push({
      code: 'custom',
      message: parsed.message,
      input: context.value,
    });
  }
});

/** An `http` or `https` URL. */
export const webUrlSchema = z.url({
  protocol: /^https?$/,
  error: issue => `${JSON.stringify(issue.input)} is not an http or https URL`,
});

/** Where a commons answers: it is asked over `https` only. */
const baseUrlSchema = z.url({
  protocol: /^https$/,
  error: issue => `${JSON.stringify(issue.input)} is not an https URL`,
});

/** One commons of a `static` source. */
export const staticCommonsSchema = z.strictObject({
  hostname: hostnameSchema,
  title: z.string().min(1).optional(),
  description: z.string().min(1).optional(),
  /** Names in the service registry, or `name: tag`. */
  services: z.array(z.string().min(1)).default([]),
  owner: z.string().min(1).optional(),
  lifecycle: z.string().min(1).optional(),
  baseUrl: baseUrlSchema.optional(),
  docsUrl: webUrlSchema.optional(),
  dictionaryUrl: webUrlSchema.optional(),
  environment: z.string().min(1).optional(),
  frontendRoot: z.enum(FRONTEND_ROOTS).optional(),
  flavour: z.enum(['helm', 'cloud-automation', 'kro']).optional(),
  relationship: z.enum(['managed', 'associated']).optional(),
  probing: z.enum(['on', 'off']).optional(),
  cluster: z.string().min(1).optional(),
  namespace: z.string().min(1).optional(),
  meshMembers: z.array(hostnameSchema).default([]),
});

/** One commons of a `static` source. */
export type StaticCommons = z.infer<typeof staticCommonsSchema>;
