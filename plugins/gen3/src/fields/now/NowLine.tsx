import { PropsWithChildren } from 'react';

/** Where a form says how something is now: read out when it changes, and with room for one line from the beginning. */
export function NowLine(props: PropsWithChildren<{ id?: string }>) {
  const { id, children } = props;
  return (
    <div
      id={id}
      role="status"
      style={{
        display: 'grid',
        gap: 4,
        alignContent: 'start',
        minHeight: 24,
        marginTop: 4,
        fontSize: 14,
      }}
    >
      {children}
    </div>
  );
}
