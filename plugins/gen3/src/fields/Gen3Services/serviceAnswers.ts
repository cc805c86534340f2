/** Answers that the field for services gives. */
export const SERVICE_ANSWERS = [
  'bundles',
  'services',
  'withoutServices',
] as const;
