import { z } from 'zod';
import { changeSchema } from './changes';
import { instant } from './health';

/** A service that is on, as far as edits can alter it. */
const editableServiceSchema = z.object({
  name: z.string(),
  title: z.string(),
  /** Tag of its image. Absent: the values name none, so the chart's own. */
  tag: z.string().optional(),
  /** Whether one number sets how many pods it has. */
  scalable: z.boolean(),
  /** How many pods it has. Absent: the values name no number, so the chart's own. */
  pods: z.number().optional(),
  /** It scales by itself, and `pods` is the least. */
  autoscaled: z.boolean(),
});

/** Answer of `GET /commons/:namespace/:name/edit-options`: what an edit begins with, as git says. @public */
export const editOptionsSchema = z.object({
  hostname: z.string(),
  /** Release that most of the core services name; `mixed`: no release is that of most. Absent: the values name no tags. */
  release: z.string().optional(),
  /** Whether users see the maintenance page. */
  maintenance: z.enum(['on', 'off']),
  /** Services that are on, by name. */
  services: z.array(editableServiceSchema),
  /** The change that keeps others from the commons. Absent: none. */
  openChange: changeSchema
    .pick({ id: true, title: true, author: true, state: true })
    .optional(),
  /** When git was read: at most half a minute ago. */
  asOf: instant,
});

/** Answer of `GET /commons/:namespace/:name/edit-options`. @public */
export type EditOptions = z.infer<typeof editOptionsSchema>;
