/**
 * format=flowed (RFC 3676): a line that ends in a blank goes on in the next one of the same depth of ">". The line
 * "-- " before a signature ends as it is.
 */
export const unflow = (text: string, deleteSpace: boolean): string => {
  const paragraphs: string[] = [];
  let open: { depth: number; parts: string[] } | undefined;
  const close = (): void => {
    if (open !== undefined) paragraphs.push(prefix(open.depth) + open.parts.join(''));
    open = undefined;
  };
  for (const line of text.split('\n')) {
    const depth = /^>*/.exec(line)?.[0].length ?? 0;
    const stuffed = line.slice(depth);
    const content = stuffed.startsWith(' ') ? stuffed.slice(1) : stuffed;
    if (open !== undefined && (open.depth !== depth || content === '-- ')) close();
    const flows = content.endsWith(' ') && content !== '-- ';
    const part = flows && deleteSpace ? content.slice(0, -1) : content;
    if (open === undefined) open = { depth, parts: [part] };
    else open.parts.push(part);
    if (!flows) close();
  }
  close();
  return paragraphs.join('\n');
};

const prefix = (depth: number): string => (depth === 0 ? '' : `${'>'.repeat(depth)} `);
