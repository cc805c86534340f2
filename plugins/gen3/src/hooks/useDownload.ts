import { useApi } from '@backstage/core-plugin-api';
import { useMutation } from '@tanstack/react-query';
import { gen3ApiRef } from '../api/Gen3Api';

/** Saves an OpenAPI document as a file of the person's. */
export function useDownload(of: 'fleet' | 'sources') {
  const api = useApi(gen3ApiRef);
  return useMutation({
    mutationFn: () => api.getOpenApiDocument(of),
    onSuccess: document => save(`${of}-openapi.json`, document),
  });
}

function save(name: string, json: string) {
  const link = document.createElement('a');
  link.download = name;
  link.href = `data:application/json;charset=utf-8,${encodeURIComponent(json)}`;
  link.click();
}
