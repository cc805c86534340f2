/** Takes slashes off the end of a text. A regular expression would begin anew at every one of a long run of slashes. */
export function trimEndSlashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === '/') {
    end -= 1;
  }
  return text.slice(0, end);
}
