import { useEditOptionsOf } from '../../hooks/useEditOptions';
import { CommonsNow } from '../now/CommonsNow';
import { NowLine } from '../now/NowLine';

/** How each commons is that somebody chose; the only one without its name. */
export function WavesNow({ hostnames }: { hostnames: string[] }) {
  const commons = useEditOptionsOf([...new Set(hostnames)]);
  return (
    <NowLine>
      {commons.map(({ hostname, options }) => (
        <CommonsNow
          key={hostname}
          hostname={commons.length > 1 ? hostname : undefined}
          options={options}
        />
      ))}
    </NowLine>
  );
}
