import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { useSources } from '../../hooks/useSources';
import { FailureNotice } from '../Notice';
import { PageFrame } from '../PageFrame';
import { Skeleton } from '../Skeleton';
import { OpenApiLinks } from './OpenApiLinks';
import { SourceList } from './SourceList';
import { SourcesEmpty } from './SourcesEmpty';

const STILL_WORKS =
  'What sources found before stays in the fleet and in the catalog; whether it is still current cannot be seen here.';

/** Where commons are found, and what could not be read there. @public */
export function SourcesPage() {
  return (
    <Gen3QueryProvider>
      <Sources />
    </Gen3QueryProvider>
  );
}

function Sources() {
  const { data, error, isPending, refetch } = useSources();
  return (
    <PageFrame title="Sources" aside={<OpenApiLinks />}>
      {error ? (
        <FailureNotice
          what="The state of sources"
          error={error}
          stillWorks={STILL_WORKS}
          shownSince={data?.asOf}
          onRetry={refetch}
        />
      ) : null}
      {isPending ? <Skeleton lines={8} label="Loading sources" /> : null}
      {data && data.items.length === 0 ? <SourcesEmpty /> : null}
      {data && data.items.length > 0 ? <SourceList answer={data} /> : null}
    </PageFrame>
  );
}
