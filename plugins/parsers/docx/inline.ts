import { absoluteLink } from '../shared/links.ts';
import { attribute, type XmlElement } from '../shared/xml.ts';
import { alternative, childOf, elementsOf, flagOf, stringOf, textOf } from './elements.ts';
import { shownByCode } from './fields.ts';
import { formFieldText } from './form-fields.ts';
import { formulaText } from './formulas.ts';
import { append, type ParagraphText } from './paragraph-text.ts';
import type { NoteKind, Reading, Story } from './reading.ts';
import { type CharacterLook, lookOf, type ParagraphStyle } from './styles.ts';
import { inFont, symbolOf } from './symbols.ts';

type Place = { readonly target: string | undefined; readonly prompt: boolean };

type Run = Place & {
  readonly bold: boolean;
  readonly hidden: boolean;
  readonly language: string | undefined;
  readonly font: string | undefined;
};

export type InlineReader = (paragraph: XmlElement, buffer: ParagraphText, style: ParagraphStyle) => void;

/** Reads the runs of paragraphs of one story into a buffer: what a reader sees of them, changes accepted. */
export const createInlineReader = (reading: Reading, { relationships, fields }: Story): InlineReader => {
  const { budget, findings, noteMarks, styles } = reading;

  return (paragraph, buffer, style) => {
    const begun: { readonly data: XmlElement | undefined; readonly at: number }[] = [];

    const show = (text: string, run: Run): void => {
      if (text === '' || fields.hides) return;
      if (run.hidden) {
        findings.hidden ||= text.trim() !== '';
        return;
      }
      budget.take(text.length);
      append(buffer, text, run.target ?? fields.target);
      const visible = text.trim().length;
      if (run.language !== undefined) {
        findings.languages.set(run.language, (findings.languages.get(run.language) ?? 0) + visible);
      }
      if (run.bold) buffer.bold += visible;
      if (run.prompt) buffer.prompted += visible;
      if (fields.inContents) buffer.listed += visible;
    };

    const inline = (parent: XmlElement, place: Place): void => {
      for (const element of elementsOf(parent)) {
        switch (element.name) {
          case 'w:r':
            run(element, place);
            break;
          case 'w:hyperlink': {
            const link = relationships.get(attribute(element, 'r:id') ?? '');
            const target = link?.external === true ? absoluteLink(link.target) : undefined;
            inline(element, { ...place, target: target ?? place.target });
            break;
          }
          case 'w:ins':
          case 'w:moveTo':
            findings.tracked = true;
            inline(element, place);
            break;
          case 'w:del':
          case 'w:moveFrom':
            findings.tracked = true;
            break;
          case 'w:sdt':
            control(element, place);
            break;
          case 'w:fldSimple':
            fields.around(attribute(element, 'w:instr') ?? '', () => inline(element, place));
            break;
          case 'm:oMath':
          case 'm:oMathPara':
            formula(element, place);
            break;
          case 'mc:AlternateContent': {
            const chosen = alternative(element);
            if (chosen !== undefined) inline(chosen, place);
            break;
          }
          case 'w:commentRangeStart':
            buffer.comments.set(attribute(element, 'w:id') ?? '', { from: buffer.text.length, to: -1 });
            break;
          case 'w:commentRangeEnd': {
            const comment = buffer.comments.get(attribute(element, 'w:id') ?? '');
            if (comment !== undefined && comment.to < 0) comment.to = buffer.text.length;
            break;
          }
          case 'w:smartTag':
          case 'w:customXml':
          case 'w:dir':
          case 'w:bdo':
            inline(element, place);
        }
      }
    };

    const control = (element: XmlElement, place: Place): void => {
      const properties = childOf(element, 'w:sdtPr');
      const prompt = flagOf(properties, 'w:showingPlcHdr') ?? false;
      if (prompt) findings.prompts += 1;
      buffer.field ||= [...elementsOf(properties)].some(({ name }) => FILLED_IN.has(name));
      const content = childOf(element, 'w:sdtContent');
      if (content !== undefined) inline(content, { ...place, prompt: place.prompt || prompt });
    };

    const formula = (element: XmlElement, place: Place): void => {
      const text = formulaText(element).trim();
      // The runs around it need no blanks beside a formula; its line does.
      const before = /[\p{L}\p{N}]$/u.test(buffer.text) && /^[\p{L}\p{N}]/u.test(text) ? ' ' : '';
      show(before + text, { ...place, bold: false, hidden: false, language: undefined, font: undefined });
    };

    const run = (element: XmlElement, place: Place): void => {
      const properties = childOf(element, 'w:rPr');
      const look = effective(
        lookOf(properties),
        styles.character(stringOf(properties, 'w:rStyle')),
        style,
        styles.defaults,
      );
      const fonts = childOf(properties, 'w:rFonts');
      const font = fonts === undefined ? undefined : (attribute(fonts, 'w:ascii') ?? attribute(fonts, 'w:hAnsi'));
      pieces(element, { ...place, ...look, font });
    };

    const pieces = (parent: XmlElement, run: Run): void => {
      for (const element of elementsOf(parent)) piece(element, run);
    };

    const piece = (element: XmlElement, run: Run): void => {
      switch (element.name) {
        case 'w:t':
          show(inFont(characters(element), run.font), run);
          break;
        case 'w:tab':
        case 'w:ptab':
          show('\t', run);
          break;
        case 'w:cr':
          show('\n', run);
          break;
        case 'w:br':
          lineBreak(attribute(element, 'w:type'), run);
          break;
        case 'w:lastRenderedPageBreak':
          buffer.breaks.push({ at: buffer.text.length, rendered: true });
          break;
        case 'w:noBreakHyphen':
          show('-', run);
          break;
        case 'w:sym': {
          const code = Number.parseInt(attribute(element, 'w:char') ?? '', 16);
          show(symbolOf(attribute(element, 'w:font'), code) ?? plainCharacter(code), run);
          break;
        }
        case 'w:ruby': {
          for (const part of elementsOf(childOf(element, 'w:rubyBase'))) pieces(part, run);
          const above = textOf(childOf(element, 'w:rt')).trim();
          if (above !== '') show(`(${above})`, run);
          break;
        }
        case 'w:fldChar':
          fieldMark(element, run);
          break;
        case 'w:instrText':
          fields.code(textOf(element));
          break;
        case 'w:footnoteReference':
          note(element, 'footnote', run);
          break;
        case 'w:endnoteReference':
          note(element, 'endnote', run);
          break;
        case 'w:commentReference': {
          const id = attribute(element, 'w:id') ?? '';
          const at = buffer.text.length;
          if (!buffer.comments.has(id)) buffer.comments.set(id, { from: at, to: at });
          break;
        }
        case 'mc:AlternateContent': {
          const chosen = alternative(element);
          if (chosen !== undefined) pieces(chosen, run);
          break;
        }
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          if (run.hidden) findings.hidden = true;
          else buffer.anchored.push(element);
      }
    };

    const lineBreak = (type: string | undefined, run: Run): void => {
      if (run.hidden || fields.hides) return;
      if (type === 'page') buffer.breaks.push({ at: buffer.text.length, rendered: false });
      show('\n', run);
    };

    const fieldMark = (element: XmlElement, run: Run): void => {
      const type = attribute(element, 'w:fldCharType');
      if (type === 'begin') {
        fields.begin();
        const data = childOf(element, 'w:ffData');
        if (data !== undefined && !run.hidden) buffer.field = true;
        begun.push({ data, at: buffer.text.length });
      } else if (type === 'separate') fields.separate();
      else if (type === 'end') {
        const ended = fields.end();
        const { data, at } = begun.pop() ?? { data: undefined, at: -1 };
        const box = at === buffer.text.length ? formFieldText(data) : '';
        const shown = ended === undefined || ended.result ? undefined : shownByCode(ended.field);
        if (box !== '') show(box, run);
        else if (shown !== undefined) {
          if (shown.prompt) findings.prompts += 1;
          show(shown.text, { ...run, prompt: run.prompt || shown.prompt });
        }
      }
    };

    const note = (element: XmlElement, kind: NoteKind, run: Run): void => {
      const id = attribute(element, 'w:id');
      if (id === undefined || run.hidden || fields.hides) return;
      // A mark of the writer's own follows as text, and is not counted.
      const own = /^(?:1|true|on)$/.test(attribute(element, 'w:customMarkFollows') ?? '');
      const mark = own ? '' : noteMarks.next(kind);
      buffer.footnotes.push({ id: `${kind} ${id}`, mark });
      if (mark !== '') show(`[${mark}]`, { ...run, bold: false });
    };

    inline(paragraph, { target: undefined, prompt: false });
    fields.endParagraph();
  };
};

/** Controls that hold an answer rather than a passage. */
const FILLED_IN = new Set(['w:date', 'w:dropDownList', 'w:comboBox', 'w14:checkbox']);

/** The run says it itself, else its styles do; where two styles both do, they take each other back (17.7.3). */
const effective = (
  own: CharacterLook,
  character: CharacterLook,
  paragraph: CharacterLook,
  defaults: CharacterLook,
): Pick<Run, 'bold' | 'hidden' | 'language'> => {
  const of = (property: 'bold' | 'hidden'): boolean => {
    if (own[property] !== undefined) return own[property];
    if (character[property] === undefined && paragraph[property] === undefined) return defaults[property] ?? false;
    return (character[property] ?? false) !== (paragraph[property] ?? false);
  };
  const language = own.language ?? character.language ?? paragraph.language ?? defaults.language;
  return { bold: of('bold'), hidden: of('hidden'), language };
};

/** Soft hyphens are seen at the end of a line only; outer blanks count where the file says so. */
const characters = (element: XmlElement): string => {
  const text = textOf(element)
    .replace(/[\t\n\r]+/g, ' ')
    .replaceAll('\u00ad', '');
  return attribute(element, 'xml:space') === 'preserve' ? text : text.replace(/^ +/, '').replace(/(?<! ) +$/, '');
};

/** A character of a font that is not known here: as it is, unless it means something in that font alone. */
const plainCharacter = (code: number): string => {
  const alone = Number.isNaN(code) || code < 0x20 || code > 0x10ffff || (code >= 0xd800 && code <= 0xf8ff);
  return alone ? '' : String.fromCodePoint(code);
};
