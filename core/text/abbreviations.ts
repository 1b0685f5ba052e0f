/** Words whose full stop does not end a sentence: something always follows them. Lower case, without the stop. */
export const openAbbreviations: ReadonlySet<string> = new Set(
  (
    'no nos nr sec secs sect art arts cl ch chap para paras par pt ex exh fig figs app vol pp pg v vs viz cf e.g eg i.e ie ' +
    'ca approx est mr mrs ms mx dr prof hon rev gen gov col capt lt sgt messrs st mt ft ref tel ext attn dept div reg ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ' +
    'art.no ed eds tr op loc u.s.c c.f.r f.r stat fed cir supp incl resp max min'
  ).split(' '),
);

/** Words whose full stop may end a sentence too: it does where a usual first word of a sentence follows. */
export const closingAbbreviations: ReadonlySet<string> = new Set(
  (
    'inc ltd corp co cos llc llp lp plc gmbh ag sa nv bv pty pte bros assoc assn intl natl jr sr esq phd md etc al ' +
    'ave blvd rd ste apt fl a.m p.m am pm u.s u.k e.u u.n d.c n.a n.v s.a l.p l.l.c l.l.p b.v p.l.c hrs hr mos yrs'
  ).split(' '),
);

/** How sentences usually begin, in contracts and elsewhere. Lower case. */
export const sentenceStarters: ReadonlySet<string> = new Set(
  (
    'a an the this that these those it its he she they we you i his her their our your there here in on at by for from to ' +
    'with within without under upon until unless if when where while after before as any all each every either neither no ' +
    'such some one two both except subject notwithstanding however therefore accordingly provided should nothing neither ' +
    'during since because although though but and or what who which how why please see'
  ).split(' '),
);

/** Words after which a letter or number names a part, so that "Exhibit A." can end a sentence. Lower case. */
export const partNames: ReadonlySet<string> = new Set(
  'article section clause paragraph exhibit schedule appendix annex attachment addendum part chapter item rule step class type party phase table figure'.split(
    ' ',
  ),
);
