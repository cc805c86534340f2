import { useEffect } from 'react';

/** Gives a review its value: the scaffolder validates only what has one, and without it nothing would refuse the next step. */
export function useListValue<T>(
  value: T[] | undefined,
  onChange: (value: T[]) => void,
) {
  const isSet = value !== undefined;
  useEffect(() => {
    if (!isSet) onChange([]);
  }, [isSet, onChange]);
}
