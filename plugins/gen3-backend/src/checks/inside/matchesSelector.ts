import type {
  KubernetesObject,
  KubernetesPod,
} from '@gen3-csoc/backstage-plugin-gen3-node';

type Policy = KubernetesObject<'networkpolicies'>;
type Selector = NonNullable<NonNullable<Policy['spec']>['podSelector']>;
type Expression = Selector['matchExpressions'][number];

/**
 * Whether a selector of labels means a pod; an empty one means all, none at all means none
 * (`kubernetes/apimachinery:pkg/apis/meta/v1/helpers.go`).
 */
export function matchesSelector(
  selector: Selector | undefined,
  { metadata }: KubernetesPod,
): boolean {
  if (!selector) return false;
  const labels = metadata.labels ?? {};
  return (
    Object.entries(selector.matchLabels).every(
      ([key, value]) => labels[key] === value,
    ) && selector.matchExpressions.every(each => holds(each, labels[each.key]))
  );
}

function holds(
  { operator, values }: Expression,
  label: string | undefined,
): boolean {
  switch (operator) {
    case 'In':
      return label !== undefined && values.includes(label);
    case 'NotIn':
      return label === undefined || !values.includes(label);
    case 'Exists':
      return label !== undefined;
    default:
      return label === undefined;
  }
}
