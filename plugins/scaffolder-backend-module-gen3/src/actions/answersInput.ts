import type { JsonObject } from '@backstage/types';
import {
  answersOfForm,
  launchAnswersSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';
import { filledIn } from './filledIn';

const ANSWERS = Object.keys(launchAnswersSchema.shape);

const parametersSchema = z.record(z.string(), z.unknown());

/** What a form adds to the answers for itself. */
const OF_THE_FORM = ['accept', 'review'];

/** Description of the input `answers`, for authors of templates. */
export const ANSWERS_DESCRIPTION = `What the wizard asks, by name: ${ANSWERS.join(
  ', ',
)}. Usually \${{ parameters }}. At least hostname, owner, source and cluster. What the field Gen3Services answers, serviceChoice, counts as its parts.`;

/** The answers among the parameters of a template. A name that is neither stays, so that it is refused and not ignored. */
export function answersOf(parameters: unknown): JsonObject {
  const answers = answersOfForm(parametersSchema.parse(parameters));
  return filledIn(
    Object.fromEntries(
      Object.entries(answers).filter(([name]) => !OF_THE_FORM.includes(name)),
    ),
  );
}
