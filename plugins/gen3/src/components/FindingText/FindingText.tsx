import { Finding } from '@gen3-csoc/backstage-plugin-gen3-common';

/** Where, what, and how to mend it. */
export function FindingText({ finding }: { finding: Finding }) {
  const { file, line, key, message, fix } = finding;
  return (
    <>
      {file ? (
        <div>
          <code style={{ overflowWrap: 'anywhere' }}>{file}</code>
          {line === undefined ? '' : `, line ${line}`}
          {key ? (
            <>
              , key <code>{key}</code>
            </>
          ) : null}
        </div>
      ) : null}
      <div>{message}</div>
      <div>
        <strong>Fix:</strong> {fix}
      </div>
    </>
  );
}
