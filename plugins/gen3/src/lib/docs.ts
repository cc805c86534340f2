const DOCS = 'https://github.com/gen3-csoc/portal/blob/main/docs';
const OPERATOR_GUIDE = `${DOCS}/operator-guide.md`;

/** Where the operator guide explains how to connect each layer of health. */
export const LAYER_DOCS = {
  outside: `${OPERATOR_GUIDE}#what-is-asked-of-your-commons`,
  inside: `${DOCS}/inside.md`,
  git: `${OPERATOR_GUIDE}#sources-where-commons-are-found`,
} as const;
