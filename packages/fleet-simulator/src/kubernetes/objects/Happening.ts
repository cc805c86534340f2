import { KubernetesObject } from '../types';

/** Something that a component reported about an object. */
export interface Happening {
  object: KubernetesObject;
  /** `spec.containers{fence}`. */
  fieldPath?: string;
  component: string;
  host?: string;
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  at: Date;
  /** @defaultValue the same as `at` */
  firstAt?: Date;
  /** @defaultValue 1 */
  count?: number;
}
