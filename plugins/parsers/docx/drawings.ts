import { attribute, type XmlElement } from '../shared/xml.ts';
import { alternative, elementsOf, textOf } from './elements.ts';
import type { Package, Relationships } from './package.ts';

/** What can be read in a drawing: a box with paragraphs of its own, or plain lines. */
export type Drawn = { readonly box: XmlElement } | { readonly line: string };

/** The texts of a drawing, a picture of older Word (VML) or an embedded object, in the order of the file. */
export const drawnTexts = (
  drawing: XmlElement,
  relationships: Relationships,
  parts: Package,
): { readonly texts: readonly Drawn[]; readonly picture: boolean } => {
  const texts: Drawn[] = [];
  let picture = false;
  const visit = (element: XmlElement): void => {
    switch (element.name) {
      case 'w:txbxContent':
        texts.push({ box: element });
        return;
      case 'a:p':
        line(runs(element));
        return;
      case 'v:textpath':
        line(attribute(element, 'string') ?? '');
        return;
      case 'dgm:relIds': {
        const part = relationships.get(attribute(element, 'r:dm') ?? '');
        if (part?.external === false) for (const text of diagramTexts(parts.xml(part.target))) line(text);
        return;
      }
      case 'c:chart': {
        const part = relationships.get(attribute(element, 'r:id') ?? '');
        if (part?.external === false) for (const text of chartTexts(parts.xml(part.target))) line(text);
        return;
      }
      case 'mc:AlternateContent': {
        const chosen = alternative(element);
        if (chosen !== undefined) visit(chosen);
        return;
      }
      case 'a:blip':
      case 'v:imagedata':
        picture = true;
    }
    for (const child of elementsOf(element)) visit(child);
  };
  const line = (text: string): void => {
    if (text.trim() !== '') texts.push({ line: text });
  };
  visit(drawing);
  return { texts, picture };
};

const runs = (element: XmlElement): string => {
  let text = '';
  for (const child of elementsOf(element)) {
    if (child.name === 'a:t') text += textOf(child);
    else if (child.name === 'a:br') text += '\n';
    else text += runs(child);
  }
  return text;
};

/** What is written in a chart: its titles, the names of its series, its categories. The values are lines and bars. */
const chartTexts = (chart: XmlElement | undefined): string[] => {
  const titles: string[] = [];
  const series: string[] = [];
  const categories = new Set<string>();
  const visit = (element: XmlElement, within: string): void => {
    if (element.name === 'a:p') titles.push(runs(element));
    else if (element.name === 'c:v' && within === 'c:tx') series.push(textOf(element));
    else if (element.name === 'c:v' && within === 'c:cat') categories.add(textOf(element));
    else if (element.name !== 'c:numRef' && element.name !== 'c:externalData') {
      for (const child of elementsOf(element)) visit(child, NAMES.has(element.name) ? element.name : within);
    }
  };
  if (chart !== undefined) visit(chart, '');
  return [...titles, series.join('\t'), [...categories].join('\t')];
};

const NAMES = new Set(['c:title', 'c:tx', 'c:cat', 'c:val']);

/** The points of a diagram (SmartArt) that hold text; those that only lay it out hold none of their own. */
const diagramTexts = (data: XmlElement | undefined): string[] => {
  const texts: string[] = [];
  const visit = (element: XmlElement): void => {
    if (element.name === 'dgm:pt' && /^(?:pres|parTrans|sibTrans)$/.test(attribute(element, 'type') ?? '')) return;
    if (element.name === 'a:p') texts.push(runs(element));
    else for (const child of elementsOf(element)) visit(child);
  };
  if (data !== undefined) visit(data);
  return texts;
};
