import {
  type LaunchField,
  launchAnswersSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { FieldOptions, optionOf } from '../shared/optionOf';

/** The answer that a template says its field gives; undefined when there is no such answer. */
export function answerOf(
  uiSchema: FieldOptions | undefined,
): LaunchField | undefined {
  const given = optionOf(uiSchema, 'answer');
  return launchAnswersSchema.keyof().options.find(name => name === given);
}

/** Name of the field that is drawn. @defaultValue what the form draws for a text or a choice */
export function drawnBy(uiSchema: FieldOptions | undefined): string {
  const given = optionOf(uiSchema, 'field');
  return typeof given === 'string' ? given : 'StringField';
}
