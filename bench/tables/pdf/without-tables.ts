import type { TableFile } from '../table-file.ts';
import { draw, LEFT, prose, put, SENTENCES } from './draw.ts';

export const withoutTables: readonly TableFile[] = [
  {
    name: 'no table: two columns',
    tables: [],
    bytes: () =>
      draw((document) => {
        const words = SENTENCES.join(' ');
        document.text(`${words} ${words}`, LEFT, 90, { width: 216 });
        document.text(`${words} ${words}`, LEFT + 252, 90, { width: 216 });
      }),
  },
  {
    name: 'no table: signatures',
    tables: [],
    bytes: () =>
      draw((document) => {
        prose(document, 90);
        const left = [
          'MILL ESTATES LTD',
          'By: ______________________',
          'Name: Jane Doe',
          'Title: Director',
          'Date: 1 May 2024',
        ];
        const right = [
          'NORTH BAKERY LLC',
          'By: ______________________',
          'Name: John Roe',
          'Title: Partner',
          'Date: 2 May 2024',
        ];
        left.forEach((text, index) => {
          put(document, text, LEFT, 180 + index * 22);
          put(document, right[index] ?? '', LEFT + 252, 180 + index * 22);
        });
      }),
  },
  {
    name: 'no table: contents',
    tables: [],
    bytes: () =>
      draw((document) => {
        put(document, 'CONTENTS', 270, 80);
        ['1. Definitions', '2. Term of the lease', '3. Rent and deposit', '4. Repairs', '5. Notice'].forEach(
          (title, index) => {
            put(document, title, LEFT, 110 + index * 16);
            put(document, `${index * 2 + 1}`, 520, 110 + index * 16);
          },
        );
      }),
  },
  {
    name: 'no table: clauses',
    tables: [],
    bytes: () =>
      draw((document) => {
        SENTENCES.concat(SENTENCES).forEach((text, index) => {
          put(document, `${Math.floor(index / 3) + 1}.${(index % 3) + 1}`, LEFT, 90 + index * 30);
          put(document, text.slice(0, 70), LEFT + 36, 90 + index * 30);
          put(document, text.slice(70), LEFT + 36, 103 + index * 30);
        });
      }),
  },
  {
    name: 'no table: addresses',
    tables: [],
    bytes: () =>
      draw((document) => {
        ['Mill Estates Ltd', 'Mill Road 1', 'York'].forEach((text, index) => {
          put(document, text, LEFT, 80 + index * 13);
        });
        put(document, '1 May 2024', 470, 106);
        prose(document, 170);
        prose(document, 240);
      }),
  },
];
