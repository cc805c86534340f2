import { FocusEvent, useEffect, useRef, useState } from 'react';

/**
 * Whether somebody reads an element: points at it, or has the focus in it. Both count for themselves, so a pointer that
 * leaves does not end what the keyboard began.
 *
 * @param content - changes with what the element shows
 * @returns `props` for the element
 */
export function useReading(content: unknown) {
  const ref = useRef<HTMLDivElement>(null);
  const [pointing, setPointing] = useState(false);
  const [focused, setFocused] = useState(false);

  // An element that is removed takes the focus with it and says nothing.
  useEffect(() => {
    if (!ref.current?.contains(document.activeElement)) setFocused(false);
  }, [content]);

  return {
    reading: pointing || focused,
    props: {
      ref,
      onMouseEnter: () => setPointing(true),
      onMouseLeave: () => setPointing(false),
      onFocus: () => setFocused(true),
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
        // A step from one element inside to the next is no end of reading.
        if (!currentTarget.contains(relatedTarget)) setFocused(false);
      },
    },
  };
}
