import { z } from 'zod';

/** Characters that the values of a commons may have: the largest of `gen3-gitops` have 1.1 million (`brhprod/brh.data-commons.org/values/values.yaml`). */
const MAX_VALUES = 2_000_000;

/** Values of a commons as YAML. */
export const valuesTextSchema = z.string().max(MAX_VALUES);
