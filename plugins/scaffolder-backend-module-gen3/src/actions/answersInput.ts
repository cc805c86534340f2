import type { JsonObject } from '@backstage/types';
import {
  answersOfForm,
  launchAnswersSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';

const ANSWERS = Object.keys(launchAnswersSchema.shape);

const jsonObject = z.record(z.string(), z.json());

/** What a form adds to the answers for itself. */
const OF_THE_FORM = ['accept', 'review'];

/** Description of the input `answers`, for authors of templates. */
export const ANSWERS_DESCRIPTION = `What the wizard asks, by name: ${ANSWERS.join(
  ', ',
)}. Usually \${{ parameters }}. At least hostname, owner, source and cluster. What the field Gen3Services answers, serviceChoice, counts as its parts.`;

/** The answers among the parameters of a template. A name that is neither stays, so that it is refused and not ignored. */
export function answersOf(parameters: Record<string, unknown>): JsonObject {
  return jsonObject.parse(
    Object.fromEntries(
      Object.entries(answersOfForm(parameters)).filter(
        ([name, value]) =>
          !OF_THE_FORM.includes(name) &&
          value !== undefined &&
          value !== null &&
          value !== '',
      ),
    ),
  );
}
