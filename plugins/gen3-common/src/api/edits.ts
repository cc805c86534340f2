import { z } from 'zod';
import { IMAGE_TAG } from '../releases/isImageTag';
import { LAUNCH_SERVICE_NAME } from '../launch/launchAnswers';

const hostname = z.string().max(253);

/** Tag of an image, as registries take them. */
const imageTag = z
  .string()
  .regex(IMAGE_TAG, 'must be the tag of an image, e.g. "2026.11"');

const release = z
  .string()
  .regex(
    /^\d{4}\.(0[1-9]|1[0-2])$/,
    'must be a monthly release, e.g. "2026.11"',
  );

/** What an upgrade asks: a release for every service that has monthly tags, tags of single services, or both. @public */
export const upgradeEditSchema = z.strictObject({
  kind: z.literal('upgrade'),
  hostname,
  release: release.optional(),
  /** Tags of single services, by name; they win over the release. */
  imageTags: z.record(LAUNCH_SERVICE_NAME, imageTag).default({}),
  /** Ids of the changes of the wave before: it waits until all of them have succeeded, and is given up when one does not. Absent: it does not wait. */
  after: z.array(z.string().max(36)).max(100).optional(),
});

/** Whether users see the maintenance page instead of the commons. @public */
export const maintenanceEditSchema = z.strictObject({
  kind: z.literal('maintenance'),
  hostname,
  mode: z.enum(['on', 'off']),
});

/** How many pods services have. @public */
export const scaleEditSchema = z.strictObject({
  kind: z.literal('scale'),
  hostname,
  /** Number of pods by the name of the service. */
  replicas: z.record(LAUNCH_SERVICE_NAME, z.number().int().min(0).max(100)),
});

/** Steps of taking a commons away: first its users are told, then it is removed. @public */
export const RETIRE_STEPS = ['stand-down', 'remove'] as const;

/** Takes a commons away. @public */
export const retireEditSchema = z.strictObject({
  kind: z.literal('retire'),
  hostname,
  step: z.enum(RETIRE_STEPS),
  /** The hostname once more, typed by the one who means it. */
  confirm: z.string().max(253),
});

/** What is to be different about a commons that there is. @public */
export const editRequestSchema = z.discriminatedUnion('kind', [
  upgradeEditSchema,
  maintenanceEditSchema,
  scaleEditSchema,
  retireEditSchema,
]);

/** What is to be different about a commons that there is, with defaults. @public */
export type EditRequest = z.infer<typeof editRequestSchema>;

/** What is to be different about a commons that there is, as it is sent. @public */
export type EditRequestInput = z.input<typeof editRequestSchema>;

/** One kind of edit. @public */
export type EditOf<K extends EditRequest['kind']> = Extract<
  EditRequest,
  { kind: K }
>;
