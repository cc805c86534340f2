import { SERVICE_CHOICE } from '@gen3-csoc/backstage-plugin-gen3-common';

/** Answers that the field for services gives. */
export const SERVICE_ANSWERS = [
  'bundles',
  'services',
  'withoutServices',
] as const;

/** Name of the property of a template that holds an answer: its own, or that of the field that gives it together with others. */
export function propertyOf(answer: string): string {
  return SERVICE_ANSWERS.some(name => name === answer)
    ? SERVICE_CHOICE
    : answer;
}
