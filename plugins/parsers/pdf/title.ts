/** Names of files and of programs, and what programs write where nobody gave a title. */
const NOT_A_TITLE =
  /\.(?:docx?|pdf|rtf|odt|xlsx?|pptx?|html?|txt|indd|qxd|tex|dvi|wpd|tmp)$|^(?:untitled|document|slide|page|sheet)?\s*\d*$|^[A-Z]:\\|:\/\//i;

/** A title from the file's information dictionary, if it reads like one. */
export function titleFrom(information: string): string | undefined {
  const title = information
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, ' ')
    .replace(/^Microsoft (?:Word|PowerPoint|Excel) - /, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (title.length < 3 || title.length > 200 || !/\p{L}{2}/u.test(title) || NOT_A_TITLE.test(title)) return undefined;
  return title;
}
