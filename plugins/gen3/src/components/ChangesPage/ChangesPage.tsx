import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { gen3TranslationRef } from '../../translation';
import { PageFrame } from '../PageFrame';
import { Skeleton } from '../Skeleton';
import { AllChanges } from './AllChanges';

/** Who looks at the list loads nothing that compares files. */
const ChangePage = lazy(() =>
  import('../ChangePage').then(m => ({ default: m.ChangePage })),
);

/** Changes, and below them the page of each. @public */
export function ChangesPage() {
  return (
    <Gen3QueryProvider>
      <Routes>
        <Route path="/" element={<AllChanges />} />
        <Route
          path="/:id"
          element={
            <Suspense fallback={<LoadingPage />}>
              <ChangePage />
            </Suspense>
          }
        />
      </Routes>
    </Gen3QueryProvider>
  );
}

function LoadingPage() {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <PageFrame title={t('changePage.title')}>
      <Skeleton lines={8} label={t('changePage.loading')} />
    </PageFrame>
  );
}
