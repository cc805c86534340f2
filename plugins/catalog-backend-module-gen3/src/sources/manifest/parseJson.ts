import { JsonValue } from '@backstage/types';
import { Finding } from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';
import { complainAboutShape } from '@gen3-csoc/backstage-plugin-gen3-node';

/** A parsed JSON file, or what is wrong with it. */
export type ParsedJson =
  | { ok: true; value: JsonValue }
  | { ok: false; finding: Finding };

/**
 * Parses a JSON file. The finding names file and line and quotes nothing of the content, which may be a secret: the
 * engine's own message does quote it.
 */
export function parseJson(file: string, text: string): ParsedJson {
  try {
    const parsed: unknown = JSON.parse(text);
    const complaint = complainAboutShape(parsed);
    return complaint === undefined
      ? { ok: true, value: z.json().parse(parsed) }
      : { ok: false, finding: tooDeep(file, complaint) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) {
      throw error;
    }
    const line = lineOfFirstMistake(text);
    return {
      ok: false,
      finding: {
        severity: 'error',
        code: 'json-syntax',
        message: `${file} is not valid JSON: it breaks in line ${line}`,
        fix: 'Correct the syntax there: a missing or extra comma, quote or bracket.',
        file,
        line,
      },
    };
  }
}

function tooDeep(file: string, complaint: string): Finding {
  return {
    severity: 'error',
    code: 'json-too-deep',
    message: `${file} has ${complaint}`,
    fix: 'Check that it is the file you meant.',
    file,
  };
}

/**
 * Line of the first mistake, from 1. V8 does not always say where it stopped, so look for the longest beginning of the
 * text whose only fault is that it ends.
 */
function lineOfFirstMistake(text: string): number {
  let good = 0;
  let bad = text.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isBeginningOfJson(text.slice(0, middle))) {
      good = middle;
    } else {
      bad = middle;
    }
  }
  return text.slice(0, bad).trimEnd().split('\n').length;
}

function isBeginningOfJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = String(error);
    const position = /at position (\d+)/.exec(message);
    return (
      message.includes('end of JSON input') ||
      message.includes('Unterminated string') ||
      (position !== null && Number(position[1]) >= text.length)
    );
  }
}
