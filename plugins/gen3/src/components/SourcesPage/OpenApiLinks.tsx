import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import { useMutation } from '@tanstack/react-query';
import { gen3ApiRef } from '../../api/Gen3Api';

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
  const api = useApi(gen3ApiRef);
  const download = useMutation({
    mutationFn: () => api.getOpenApiDocument(props.of),
    onSuccess: document => save(`${props.of}-openapi.json`, document),
  });
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

function save(name: string, json: string) {
  const link = document.createElement('a');
  link.download = name;
  link.href = `data:application/json;charset=utf-8,${encodeURIComponent(json)}`;
  link.click();
}
