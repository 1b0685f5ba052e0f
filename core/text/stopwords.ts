/** English, Chinese and Japanese words that say nothing of what a text is about: articles, pronouns, auxiliaries, question words. Folded forms. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'a about above after again against all also am an and any anyone anything are as at be became become been before being below ' +
    'between both but by can cannot could did do does doing done down during each either else etc ever every few for from ' +
    'further get gets give given gives go goes got had has have having he her here hereby herein hereof hereto hereunder hers ' +
    'herself him himself his how however i if in into is it its itself just let like made make makes many may me might more ' +
    'most much must my myself neither no nor not now of off on once one only or other others ought our ours ourselves out over ' +
    'own per please put said same shall she should since so some someone something still such take taken than that the their ' +
    'theirs them themselves then there thereby therefore therein thereof thereto these they this those though through thus to ' +
    'too under until up upon us use used very via was we were what whatever when where whereas whether which while who whom ' +
    "whose why will with within without would yet you your yours yourself tell show find say says know aren't can't didn't " +
    "doesn't don't hasn't haven't isn't it's shan't shouldn't wasn't weren't what's where's who's won't wouldn't there's " +
    '的 是 了 在 和 与 或 吗 呢 谁 什么 何 誰 何时 哪 哪些 哪个 如何 怎么 多少 几 多 也 都 就 对 为 从 到 由 被 把 这 那 其 该 之 等'
  ).split(' '),
);
