import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { useSources } from '../../hooks/useSources';
import { FailureNotice } from '../Notice';
import { PageFrame } from '../PageFrame';
import { Skeleton } from '../Skeleton';
import { OpenApiLinks } from './OpenApiLinks';
import { SourceCard } from './SourceCard';
import { SourcesEmpty } from './SourcesEmpty';

const STILL_WORKS =
  'What sources have found before is still served: the fleet and the catalog are complete.';

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
      {data?.items.map(source => (
        <SourceCard key={source.id} source={source} />
      ))}
    </PageFrame>
  );
}
