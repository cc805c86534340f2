import { gen3SourceManagePermission } from '@gen3-csoc/backstage-plugin-gen3-common';

/** Stands where a button would be that the person may not use. */
export function NeedsPermission(props: { to: string }) {
  return (
    <span style={{ fontSize: 13 }}>
      To {props.to} you need the permission{' '}
      <code>{gen3SourceManagePermission.name}</code>
    </span>
  );
}
