import Button from '@material-ui/core/Button';
import { useDownload } from '../../hooks/useDownload';

/**
 * Downloads both documents of the REST interface. They need a log-in like every route, so a plain link, which
 * carries none, would only lead to a refusal.
 */
export function OpenApiLinks() {
  return (
    <span>
      OpenAPI:
      <Download of="fleet" text="fleet and health" />
      <Download of="sources" text="sources" />
    </span>
  );
}

function Download(props: { of: 'fleet' | 'sources'; text: string }) {
  const download = useDownload(props.of);
  return (
    <Button
      size="small"
      disabled={download.isPending}
      onClick={() => download.mutate()}
      title={download.error?.message}
    >
      {download.error ? `${props.text}: failed, try again` : props.text}
    </Button>
  );
}
