const OPERATOR_GUIDE =
  'https://github.com/gen3-csoc/portal/blob/main/docs/operator-guide.md';

/** Where the operator guide explains how to connect each layer of health. */
export const LAYER_DOCS = {
  outside: `${OPERATOR_GUIDE}#what-is-asked-of-your-commons`,
  inside: `${OPERATOR_GUIDE}#your-own-deployment`,
  git: `${OPERATOR_GUIDE}#sources-where-commons-are-found`,
} as const;
