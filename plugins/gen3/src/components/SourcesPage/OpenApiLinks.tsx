import { Link } from '@backstage/core-components';
import { useOpenApiUrls } from '../../hooks/useSources';

/** Both documents of the REST interface. */
export function OpenApiLinks() {
  const { data } = useOpenApiUrls();
  if (!data) return null;
  return (
    <span>
      OpenAPI:{' '}
      <Link to={data.gen3} underline="always">
        fleet and health
      </Link>
      {' · '}
      <Link to={data.sources} underline="always">
        sources
      </Link>
    </span>
  );
}
