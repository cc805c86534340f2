import { CopyText } from '../CopyText';

/** Image tag that git declares, to copy; without one the chart's own holds. */
export function ServiceTag({ tag }: { tag: string | undefined }) {
  if (!tag) return <>chart’s default</>;
  return (
    <>
      <code>{tag}</code> <CopyText text={tag} />
    </>
  );
}
