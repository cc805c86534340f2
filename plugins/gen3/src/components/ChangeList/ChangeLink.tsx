import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Change } from '@gen3-csoc/backstage-plugin-gen3-common';
import { changeLinkRouteRef } from '../../routes';

/** The link to the page of a change, with its title; where the portal has no such page, only the text. */
export function ChangeLink(props: {
  change: Pick<Change, 'id' | 'title'>;
  /** It stands amid text, where its colour alone would not tell it. @defaultValue false */
  amidText?: boolean;
  /** Opens beside the page: a form keeps its answers. @defaultValue false */
  beside?: boolean;
  /** What is there instead of the link. @defaultValue the title */
  withoutPage?: string;
}) {
  const { change, amidText = false, beside = false } = props;
  const { id, title } = change;
  const href = useRouteRef(changeLinkRouteRef)?.({ id });
  if (!href) return <>{props.withoutPage ?? title}</>;
  return (
    <Link
      to={href}
      {...(amidText ? { underline: 'always' } : {})}
      {...(beside ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
    >
      {title}
    </Link>
  );
}
