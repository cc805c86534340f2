import { useEffect, useState } from 'react';

/** Somebody who types pauses for less than this. */
const PAUSE_MS = 300;

/** The value once it has not changed for 300 ms; the first one at once. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
